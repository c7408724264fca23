import type { RuleRoom } from './rule';

/** Lessons and paths side by side. */
export const curriculumRules = {
  'unknown-lesson': { says: 'a lesson that is named exists', zh: '提到的课都存在' },
  'unknown-path': { says: 'a path that is named exists', zh: '提到的路径都存在' },
  circle: { says: 'prerequisites do not go in a circle', zh: '先修要求不绕圈' },
  standard: { says: 'a lesson has what its path’s standard asks for', zh: '每课都够路径的标准' },
  'formerly-taken': {
    says: 'an old address belongs to one lesson, and to none that is there',
    zh: '旧地址只属于一课，也不是现有的课',
  },
  'unused-objective': { says: 'every objective has a question or a task', zh: '每个目标都有题或任务' },
  'unused-file': {
    says: 'every run and every figure of a lesson is named in it',
    zh: '课里的每个运行、每张图都用上了',
  },
  'prerequisite-later': {
    says: 'a prerequisite of the same path comes before the lesson',
    zh: '同一条路径里，先修的课排在前面',
  },
  'prerequisite-draft': {
    says: 'a lesson that is listed does not need a draft',
    zh: '列出来的课，不拿草稿当先修',
  },
  'same-number': { says: 'no two lessons of a path have the same number', zh: '一条路径里，课的序号不重' },
} as const satisfies RuleRoom;
