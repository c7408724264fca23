import type { progress as en } from '../en/progress';

export const progress: typeof en = {
  goOn: '从上次的地方继续',
  account: '账号',
  place: (lesson: string, heading: string) => `${lesson}：${heading}`,
  checks: (done: number, of: number) => `${of}项检查，完成${done}项`,
  mastered: '已掌握',
  weak: (right: number, of: number) => `薄弱：最近${of}次对了${right}次，对3次才算掌握`,
  done: '读完了，做个标记',
  undo: '已标记为读完，点此撤销',
  notSaved: '没有保存成功，再试一次。',
};
