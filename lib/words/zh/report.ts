import type { report as en } from '../en/report';

export const report: typeof en = {
  wrong: '哪里不对？',
  stuck: '我卡住了',
};
