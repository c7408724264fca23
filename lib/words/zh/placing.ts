import type { placing as en } from '../en/placing';

export const placing: typeof en = {
  matchEach: '给每一项选一个对应的。右边的可以用几次，也可以不用。',
  choose: '请选择…',
  matchOf: '对应',
  sortEach: '给每一项选一个类别',
  notPlaced: '没有选',
};
