import type { Side } from '@/lib/labs/tcp/setup';
import type { prediction as en } from '../en/prediction';

const sides: Record<Side, string> = { client: '客户端', server: '服务器' };
const isSide = (name: string): name is Side => name === 'client' || name === 'server';

const segmentFields: Record<string, string> = {
  from: '谁发的',
  flags: '标志位',
  seq: '序列号',
  ack: '确认号',
  len: '占几个序列号',
  wnd: '窗口',
};

export const prediction: typeof en = {
  how: {
    'next-segment': '下一个报文段还没发出，先说说它写着什么',
    state: '说说下一步之后两端各是什么样',
  },
  soFar: '到现在为止发生了什么',
  nothingSent: '还什么都没发。',
  sides,
  sentBy: (side: Side) => `，${sides[side]}发出`,
  bytes: (count: number) => `${count}字节`,
  fates: { arrived: '', 'in-flight': '在路上', lost: '丢了' },
  field(code: string): string {
    const [side = '', ...variable] = code.split('.');
    if (!isSide(side)) return segmentFields[code] ?? code;
    return variable.length > 0 ? `${sides[side]}：${variable.join('.')}` : `${sides[side]}：状态`;
  },
  value: (name: string) => (isSide(name) ? sides[name] : name),
  choose: '请选择…',
};
