import type { mail as en } from '../en/mail';

export const mail: typeof en = {
  greeting: (name) => `${name}，你好：`,
  reset: {
    subject: (site) => `在${site}设置新密码`,
    before: () => ['请点开下面的链接设置新密码。链接只能用一次，一小时内有效：'],
    link: '设置新密码',
    after: ['如果不是你本人申请的，不必理会：密码不会改变。'],
  },
  invite: {
    subject: (site) => `你在${site}的账号`,
    before: (site, login) => [
      `有人为你在${site}建了账号，登录名是${login}。`,
      '请点开下面的链接设置密码。链接只能用一次，一天内有效：',
    ],
    link: '设置密码',
    after: ['链接过期了也没关系：在登录页点“忘了密码？”，就能再要一个。'],
  },
};
