import type { trouble as en } from '../en/trouble';

export const trouble: typeof en = {
  notFoundTitle: '这里没有页面',
  notFound: '可能是地址写错了，也可能是页面搬走了。你做过的内容都还在。',
  failedTitle: '这个页面没能生成',
  failed: '是我们这边出了错。之前的作答已经保存，过一会儿再试，多半就好了。',
  again: '再试一次',
  home: '去看路径',
  labs: '去做实验',
};
