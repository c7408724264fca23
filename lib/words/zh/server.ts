import type { server as en } from '../en/server';

export const server: typeof en = {
  refusals: {
    'bad-address': '看不懂这个地址。',
    'bad-host': '看不懂请求的Host头。',
    origin: '这次提交不是从本站的页面发出的。请在本站打开页面后再试。',
    'content-type': '这个接口只收JSON，请带上content-type: application/json。',
    'too-large': '一次发送的内容太多了，上限是1 MiB。',
    'not-json': '请求正文不是JSON。',
    method: '这个地址不支持这种请求方法。',
    'not-found': '这个地址上什么也没有。',
    session: '请先以访客身份开始，或者登录。',
    'too-many': '请求太频繁了，请稍等片刻再试。',
    starting: 'Handrail正在启动，请稍后再试。',
    failed: '我们这边出了故障，操作没有完成。您提交的内容没有被评判，请再试一次。',
  },
};
