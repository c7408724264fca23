import type { practiceServer as english } from '../en/practice-server';

/** 练习服务器自己说的话：没有进到练习里的时候，用纯文本回答。 */
export const practiceServer: typeof english = {
  unknown: '没有这个令牌的练习。请在实验或任务里取一个，“练习服务器”那一栏有地址。',
  over: '这次练习已经结束：令牌24小时内有效。请在实验或任务里取一个新的。',
  full: '这次练习的记录满了。请在实验或任务里重新开始。',
  tooLarge: '这一个请求比整份练习记录能装下的（40 KB）还长。',
  tooMany: (seconds) => `一下子发得太多了，等${seconds}秒再继续。`,
  starting: '服务器正在启动，请稍后再试。',
  tooMuch: '现在一下子发到这台服务器的东西太多，请稍后再试。',
  busy: '现在写不了记录，请稍后再试。',
};
