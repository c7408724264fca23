import type { shortcuts as en } from '../en/shortcuts';

export const shortcuts: typeof en = {
  title: '键盘快捷键',
  or: '或',
  keys: [
    { keys: ['Ctrl K', '/'], does: '搜索' },
    { keys: ['j'], does: '下一节' },
    { keys: ['k'], does: '上一节' },
    { keys: ['n'], does: '下一课' },
    { keys: ['p'], does: '上一课' },
    { keys: ['h'], does: '给选中的文字做标记' },
    { keys: ['1', '9'], does: '焦点在题目上时选择选项（1到9）' },
    { keys: ['←', '→'], does: '焦点在实验上时后退、前进一步' },
    { keys: ['?'], does: '打开这个列表' },
  ],
  single: '启用单键快捷键',
  singleHint: '用语音操作电脑，或者常常误按，可以关掉。Ctrl K仍然有效。只对这台设备生效。',
  close: '关闭',
  setting: '键盘',
};
