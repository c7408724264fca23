import type { CheckName } from '@/lib/labs/certificate/check';
import type { Ask } from '@/lib/labs/predict';
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

const otherFields: Record<string, string> = {
  message: '里面是什么',
  protection: '在线路上',
  alert: '哪个警报',
  check: '下一项检查',
  outcome: '结果',
  verdict: '这张证书',
  failing: '第一项不通过的检查',
  browser: '浏览器报的错误',
  to: '发给谁',
  gist: '是什么',
  transport: '用什么送',
  rcode: '结果（RCODE）',
  sent: '解析器为它问了几次',
  ttl: '回答里的TTL（秒）',
  status: '状态码',
  source: '回答来自',
  requests: '到达服务器的请求数',
};

const checks: Record<CheckName, string> = {
  format: '格式',
  chain: '证书链',
  trust: '可信的根',
  signature: '签名',
  dates: '日期',
  name: '名字',
  ca: '签发资格',
  'key-usage': '密钥用法',
  purpose: '用途',
  'path-length': '路径长度',
  'name-constraints': '名称约束',
  critical: '关键扩展',
  strength: '强度',
  revocation: '吊销',
};

const values: Record<string, string> = {
  query: '提问',
  answer: '答案',
  alias: '别名',
  referral: '转介',
  'no-data': '“没有这种记录”',
  'no-name': '“没有这个名字”',
  truncated: '被截断（TC）',
  'server-failure': '失败',
  unreadable: '读不懂',
  'from-server': '服务器',
  'from-cache': '浏览器的缓存',
  'from-front': '前端',
  stub: '电脑',
  resolver: '解析器',
  udp: 'UDP',
  tcp: 'TCP',
  ...sides,
  ...checks,
  clear: '明文',
  protected: '加密',
  passed: '通过',
  failed: '不通过',
  unknown: '无法断定',
  'not-asked': '不适用',
  accepted: '被接受',
  refused: '被拒绝',
};

const how: Record<Ask, string> = {
  'next-segment': '下一个报文段还没发出，先说说它写着什么',
  'next-record': '下一条记录还没发出，先说说里面是什么',
  'next-check': '下一项检查还没做，先说说结果',
  'next-message': '下一条报文还没发出，先说说是什么',
  'next-answer': '电脑还没得到回答，先说说会是什么',
  'next-response': '回答还没来，先说说是什么、由谁给',
  verdict: '浏览器还没开口，先说说它会怎么判',
  state: '说说下一步之后两端各是什么样',
};
const isAsk = (code: string): code is Ask => code in how;

export const prediction: typeof en = {
  how: (ask: string) => (isAsk(ask) ? how[ask] : ''),
  soFar: '到现在为止发生了什么',
  nothingSent: '还什么都没发。',
  noAnswer: '没有回答',
  inTheCache: '缓存里有',
  cookies: 'Cookie',
  exchangesSoFar: '到现在为止的请求',
  askedNext: '接下来请求什么',
  sides,
  sentBy: (side: Side) => `，${sides[side]}发出`,
  bytes: (count: number) => `${count}字节`,
  fates: { arrived: '', 'in-flight': '在路上', lost: '丢了' },
  field(code: string): string {
    const [side = '', ...variable] = code.split('.');
    if (!isSide(side)) return segmentFields[code] ?? otherFields[code] ?? code;
    return variable.length > 0 ? `${sides[side]}：${variable.join('.')}` : `${sides[side]}：状态`;
  },
  value: (name: string) => values[name] ?? name,
  choose: '请选择…',
  piece: '消息的一段',
  changed: '路上被改过',
  address: '地址',
  clock: '时钟',
  trusts: '受信任的根',
  nobody: '没有',
  shown: '服务器出示的证书',
  checked: '已经做过的检查',
  comma: '、',
  messagesSoFar: '到现在的报文',
  remembered: '解析器记得的',
  secondsLeft: (count) => `还剩${count}秒`,
  goes: (from, to) => `${from} → ${to}`,
  secondsIn: (count) => `${count}秒`,
  signedBy: (issuer: string) => `由${issuer}签发`,
  valid: (from: string, to: string) => `${from}至${to}有效`,
  forNames: (names: string) => `用于${names}`,
};
