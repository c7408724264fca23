import type { report as en } from '../en/report';

export const report: typeof en = {
  wrong: '哪里不对？',
  stuck: '我卡住了',
  failed: '表单没有载入成功，等有网络时再试。',
};
