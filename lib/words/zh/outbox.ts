import type { outbox as en } from '../en/outbox';

export const outbox: typeof en = {
  title: '还没保存到服务器',
  none: '你答过的都已保存。',
  count: (answers: number) => `有${answers}个答案存在这台设备上，还没到服务器。有机会就会按顺序自动发送。`,
  answeredAt: (date: string) => `作答时间：${date}`,
  sendNow: '现在发送',
  download: '下载这些答案',
  dismiss: '移除',
  close: '关闭',
  guests: (answers: number) => `你登录之前，有人在这个浏览器里答了${answers}题，一直没有发出去。`,
  adopt: '是我答的，算作我的',
  forget: '不是我答的，从设备上删除',
  signIn: {
    title: '重新登录',
    lede: '登录已失效。什么都没有丢：答案存在这台设备上，登录后马上发送。',
    later: '以后再说',
    otherWays: '其他登录方式',
    asGuest: '换了人，不登录继续',
    unreachable: '连不上服务器。检查网络后再试。',
  },
};
