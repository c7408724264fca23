import type { mastery as en } from '../en/mastery';

export const mastery: typeof en = {
  lessonsDone: (done: number, of: number) => `共${of}课，完成${done}课`,
  notBegun: '还没开始',
  known: '“这课我会”已通过',
  checks: (done: number, of: number) => `${of}项检查，答对${done}项`,
  read: '已读',
  complete: '已完成',
  objective: '目标',
  standing: '掌握情况',
  states: { new: '还没作答', begun: '刚开始', weak: '薄弱', mastered: '已掌握' },
  why: (right: number, of: number, needs: number) =>
    of < 4
      ? `答了${of}次，对了${right}次；最近4次里对${needs}次才算掌握`
      : `最近4次对了${right}次；对${needs}次才算掌握`,
  goThere: '去课里对应的地方',
  how: '一个目标，最近四次作答里对三次，就算掌握。看过答案之后再答的，不算对。',
  history: '全部作答',
  newest: '最新的',
  older: '更早的作答',
  notTold: '已收到',
  noAnswers: '没有更早的作答了。',
};
