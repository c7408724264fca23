import type { helpPanel as en } from '../en/help-panel';

export const helpPanel: typeof en = {
  nextHint: '再给一个提示',
  hintNumber: (number: number) => `提示${number}`,
  giveUpWhat: '看了答案，这题就算不会，以后会在复习里再出现。',
  giveUpYes: '看答案',
  giveUpNo: '我再试试',
  answer: '答案',
  steps: '操作步骤',
  step: (number: number) => `第${number}步`,
  why: '为什么',
  asking: '稍等……',
  refused: '没能显示帮助。刷新页面再试。',
  inSitting: '这题在你正在做的计分测验里，交卷之前没有帮助。',
  tooMany: '太快了，过一分钟再要。',
};
