import type { landmarks as en } from '../en/landmarks';
import { tcp } from './tcp';

const nothing = { 'nothing-yet': '还没有任何动作' };

const after = (code: string, beginning: string) =>
  code.startsWith(beginning) ? code.slice(beginning.length).replaceAll('_', ' ') : undefined;

export const landmarks: typeof en = {
  tcp: { named: tcp.landmarks },
  tls: {
    named: {
      ...nothing,
      'client_hello-sent': '已发出ClientHello',
      connected: '握手完成',
      'connected-resumed': '会话已恢复',
      data: '收到了数据',
      closed: '一方已关闭',
    },
    more: (code) => {
      const message = after(code, 'after-');
      if (message) return `已读到${message}`;
      const alert = after(code, 'failed-');
      return alert && `以警报“${alert}”告终`;
    },
  },
  certificate: {
    named: {
      ...nothing,
      start: '还没有任何动作',
      begun: '已开始动手',
      checked: '检查了一个证书',
      'made-root': '建立了自己的根',
      requested: '已申请证书',
      signed: '已签发证书',
    },
    more: (code) => {
      const judged = after(code, 'judged-');
      return judged && `已判断${judged}个`;
    },
  },
  dns: {
    named: {
      ...nothing,
      asked: '已询问一个名字',
      'at-the-root': '正在问根',
      referred: '被指向下一级',
      'alias-followed': '跟随了别名',
      answered: '已得到答案',
      'answered-from-cache': '答案来自缓存',
      failed: '没能得到答案',
      poisoned: '缓存里有假记录',
    },
  },
  http: {
    named: {
      ...nothing,
      waits: '报文还没写完',
      'from-cache': '由缓存作答',
      validated: '缓存已去核实是否仍然有效',
      'victim-misled': '别的访问者拿到了错误的响应',
      smuggled: '有请求被走私进去',
      'on-paper': '纸上判读正确',
      'on-paper-wrongly': '纸上判读有误',
    },
    more: (code) => {
      const [answered, refused, sent] = [after(code, 'answered-'), after(code, 'refused-'), after(code, 'sent-on-')];
      if (answered) return `得到${answered}响应`;
      if (refused) return `被以${refused}拒绝`;
      return sent && `被以${sent}转到别处`;
    },
  },
  journey: {
    named: {
      ...nothing,
      'under-way': '正在途中',
      loaded: '页面已加载',
      'loaded-again': '页面第二次加载完成',
      diagnosed: '已找到原因',
    },
    more: (code) => {
      const cause = after(code, 'failed-');
      return cause && `失败：${cause}`;
    },
  },
  process: { named: {} },
};
