import type { reportDialog as en } from '../en/report-dialog';

export const reportDialog: typeof en = {
  wrong: {
    title: '这里哪儿不对？',
    lede: '文字、答案、实验、翻译，哪儿错了都可以说，一句话就够。',
    label: '哪儿不对',
    thanks: '谢谢，已经送到维护这一课的人手里。',
  },
  stuck: {
    title: '卡在哪儿了？',
    lede: '用自己的话说说看，说清楚往往就通了一半。老师会看到；卡住的人多，就说明这一课该改。',
    label: '卡在哪儿（可以不填）',
    thanks: '谢谢，记下了。可以回头再读一遍上面这一节，要一个提示，或者先放下，过后再来：什么都不会丢。',
  },
  sent: '会一并送出：是哪道题或哪个任务，以及里面现在的内容。',
  send: '发送',
  sending: '正在发送',
  cancel: '取消',
  close: '关闭',
  empty: '先写一句哪儿不对。',
  notSent: '没有发送成功。你写的还在，再试一次。',
  tooMany: '一下子发得太多了，等一分钟再发。',
};
