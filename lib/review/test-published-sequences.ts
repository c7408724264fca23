import type { Rating } from './card';

/**
 * What ts-fsrs publishes for fixed ratings without steps of minutes, each card answered when it falls due:
 * open-spaced-repetition/ts-fsrs at 342eda47b5ae, packages/fsrs/__tests__/impl/long-term_scheduler.test.ts, "test1" to "test3".
 * ("Easy" is no rating of ours; "test2" and "test3" are taken up to where it first comes.)
 */
const w = [
  0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225, 0.0904, 0.3025,
  2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
];
const from = '2022-12-29T12:30:00Z';

type Published = {
  readonly name: string;
  readonly w: readonly number[];
  readonly from: string;
  readonly ratings: readonly Rating[];
  readonly intervals: readonly number[];
  readonly stabilities: readonly number[];
  readonly difficulties: readonly number[];
};

const six: Rating[] = ['good', 'good', 'good', 'good', 'good', 'good'];

export const publishedSequences: readonly Published[] = [
  {
    name: 'test1',
    w,
    from,
    ratings: [...six, 'again', 'again', 'good', 'good', 'good', 'good', 'good'],
    intervals: [3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
    stabilities: [
      3.0412, 13.09130698, 48.15848988, 154.93732625, 445.05562739, 1158.07779739, 16.63063166, 3.01732209, 11.42247264,
      37.37521902, 111.8752758, 306.5974569, 772.94026648,
    ],
    difficulties: [
      4.49094334, 4.26664289, 4.05746029, 3.86237659, 3.68044154, 3.51076891, 4.69833071, 5.55956298, 5.26323756,
      4.98688448, 4.72915759, 4.4888015, 4.26464541,
    ],
  },
  {
    name: 'test2, up to its first "easy"',
    w,
    from,
    ratings: ['again', 'hard', 'good'],
    intervals: [1, 2, 6],
    stabilities: [0.4197, 1.0344317, 5.5356759],
    difficulties: [7.1434, 7.03653841, 6.64066485],
  },
  {
    name: 'test3, up to its first "easy"',
    w,
    from,
    ratings: ['hard', 'good'],
    intervals: [2, 7],
    stabilities: [1.1869, 6.59167572],
    difficulties: [6.23225985, 5.89059466],
  },
];
