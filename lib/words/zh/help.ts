import type { help as en } from '../en/help';

export const help: typeof en = {
  hint: '给个提示',
  giveUp: '看答案',
  offline: '现在没有网络，显示不了帮助。',
};
