import type { site as en } from '../en/site';

export const site: typeof en = {
  skip: '跳到正文',
  navigation: '主导航',
  paths: '路径',
  labs: '实验',
  review: '复习',
  due: '项到期',
  me: '我的',
  glossary: '术语表',
  signIn: '登录',
  darkTheme: '深色主题',
  switchLanguage: '用英文阅读本页',
  onThisPage: '本页内容',
  thisPath: '本路径',
  close: '关闭',
  done: '已完成',
  here: '当前位置',
  ahead: '未完成',
  turnPage: '翻页',
  previous: '上一课',
  next: '下一课',
};
