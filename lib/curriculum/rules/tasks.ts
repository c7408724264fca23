import type { RuleRoom } from './rule';

/** Lab tasks and their solutions. */
export const tasksRules = {
  solution: { says: 'the solution reaches every goal', zh: '答案达成每个目标' },
  untouched: { says: 'an untouched task earns nothing', zh: '什么都不做，任务不会完成' },
  'allowed-action': {
    says: 'every allowed action can be done, and is said once',
    zh: '允许的每个操作都做得了，而且只写一次',
  },
  'goal-twice': { says: 'no goal is said twice', zh: '目标不重样' },
  'goal-always': { says: 'no goal is met whatever is done', zh: '没有怎么做都达成的目标' },
  'goal-order': {
    says: 'goals stand in the order in which the solution meets them for good',
    zh: '目标的顺序，就是答案一步步达成它们的顺序',
  },
} as const satisfies RuleRoom;
