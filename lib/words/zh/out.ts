import type { out as en } from '../en/out';

export const out: typeof en = {
  name: '姓名',
  pseudonym: '化名',
  login: '登录名',
  externalId: '学号',
  group: '小组',
  lastSeen: '上次来访（UTC）',
  excused: '免做',
  attempt: [
    '题目',
    '作业',
    '第几次',
    '收到时间（UTC）',
    '得分',
    '满分',
    '得分率',
    '计入的得分率',
    '帮助（0无，1提示，2答案）',
    '误解',
    '到达的步骤',
    '回答（JSON）',
  ],
  what: { gradebook: '成绩', attempts: '作答', canvas: 'Canvas', moodle: 'Moodle' },
  title: '导出班级数据',
  lede: '可以用电子表格打开，可以导入别的系统，也可以自己存档。文件在你要的时候生成，并记入班级的操作记录。',
  hidden: '本班隐藏姓名：文件里只有化名，没有登录名、邮箱和学号。',
  files: {
    'gradebook.csv': {
      title: '成绩表（CSV）',
      text: '每位学习者一行，每节课、每份作业一列，按百分数。UTF-8编码，Excel、Numbers和LibreOffice都能打开。',
    },
    'gradebook.json': {
      title: '给程序用的成绩（JSON）',
      text: '内容相同，带有各列的键、0到1的得分率，以及由老师给定或免做的标记。',
    },
    'attempts.csv': {
      title: '全部作答（CSV）',
      text: '每次作答一行：题目、时间、第几次、得分、之前用过的帮助。文件可能很大，边读边发。',
    },
    'canvas.csv': {
      title: '导入Canvas（CSV）',
      text: '各份作业及其分值，用于“成绩→导入”。按学号（SIS User ID）或登录名对应学习者，免做的写作EX。',
    },
    'moodle.csv': {
      title: '导入Moodle（CSV）',
      text: '各份作业，用于“成绩→导入→CSV文件”。请把“ID number”或“Email address”对应到同名字段，再把各列对应到成绩项。',
    },
  },
  download: (file) => `下载${file}`,
};
