import type { teach as en } from '../en/teach';

export const teach: typeof en = {
  teaching: '教学',
  classes: '班级',
  archived: '已归档',
  placesOf: (name) => `${name}的各个页面`,
  places: {
    overview: '概况',
    gradebook: '成绩册',
    items: '题目分析',
    progress: '学习进度',
    assignments: '作业',
    roster: '名册',
    live: '课堂',
    export: '导出',
  },
};
