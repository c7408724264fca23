import type { variants as en } from '../en/variants';

export const variants: typeof en = {
  get: '领取我的数字',
  next: '换一组数字',
  asking: '正在抽取……',
  hole: '你自己的数字',
  why: '每个人的数字都不一样，点了按钮才抽。',
  arrived: (numbers) => `题目里已经填上你的数字：${numbers.join('、')}。`,
  'no-connection': '现在没有网络，这台设备上也没有存过这道题的数字。联网以后再试。',
  changed: '打开页面之后，这道题改过了。刷新页面再领取数字。',
  refused: '这道题抽不出数字。',
  'too-many': '点得太快了，过一分钟再试。',
  title: '带着你的数字的题目',
  back: '回到课程',
};
