import { assertNever } from '@/lib/assert-never';
import type { Memory } from '@/lib/labs/journey/action';
import type { Cause } from '@/lib/labs/journey/cause';
import type { JourneyEvent, NoDeed, Why } from '@/lib/labs/journey/event';
import type { JourneyGoal } from '@/lib/labs/journey/goal';
import type { JourneyDeadEnd } from '@/lib/labs/journey/goals';
import type { Milestone } from '@/lib/labs/journey/milestone';
import type { Failure } from '@/lib/labs/journey/visit';

const bytes = (number: number) => `${number}字节`;

/** `1.2秒`、`45毫秒`。 */
const time = (ms: number) => (ms >= 1_000 ? `${Math.round(ms / 10) / 100}秒` : `${Math.round(ms)}毫秒`);

const causes: Record<Cause, string> = {
  'bad-address': '地址读不懂',
  'name-missing': '没有这个域名',
  'name-servers': '没有域名服务器答得上这个域名',
  refused: '服务器拒绝连接',
  silent: '服务器毫无回应',
  certificate: '证书不被接受',
  tls: '两边谈不拢TLS',
  'redirect-loop': '重定向一个接一个，没有尽头',
  names: '查域名的地址',
  distance: '路远：每一次往返都慢',
  loss: '丢包，要重传',
  server: '服务器想得太久',
  bandwidth: '带宽窄',
  redirects: '到页面之前的重定向',
  handshakes: '本可留着的连接却一再新建',
  script: '脚本跑得太久',
};

const memories: Record<Memory, string> = {
  names: '域名',
  pages: '页面和Cookie',
  hsts: '哪些主机只用https',
  sessions: 'TLS会话票据',
  connections: '开着的连接',
  everything: '全部',
};

const reasons: Record<NoDeed, string> = {
  'nothing-under-way': '没有什么在路上：输入一个地址吧。',
  'no-journey': '还没有出发过。',
  'not-over': '这一趟还没走完。',
  'too-many-journeys': '一次运行里走这么多趟就够了。',
};

/** 本实验里会出现的证书毛病。 */
const certificateFaults: Record<string, string> = {
  expired: '已经过期',
  'not-yet-valid': '还没生效',
  'name-mismatch': '是发给别的域名的',
  'untrusted-root': '签发它的机构没人信任',
  'issuer-missing': '签发它的机构不认识',
  'self-signed': '是自己签的',
  revoked: '已被吊销',
};

function failure(fault: Failure): string {
  switch (fault.kind) {
    case 'bad-address':
      return `地址读不懂（${fault.why}）。`;
    case 'scheme-not-fetched':
      return `“${fault.scheme}:”不是用HTTP去取的。`;
    case 'name-not-found':
      return '域名服务器说没有这个域名（NXDOMAIN）。';
    case 'name-server-failed':
      return '解析器找不到答得上这个域名的服务器（SERVFAIL）。';
    case 'refused':
      return '主机用RST回答SYN：那里没有程序在监听。';
    case 'reset':
      return '连接被重置了。';
    case 'gave-up':
      return 'SYN发了一个又一个，没有回音：浏览器放弃了。';
    case 'certificate':
      return `浏览器不接受这张证书：${certificateFaults[fault.why] ?? fault.why}。它用警报${fault.alert}说明原因，不显示页面。`;
    case 'tls':
      return `握手失败，警报是${fault.alert}。`;
    case 'too-many-redirects':
      return '跟了二十次重定向，浏览器不再跟了。';
    default:
      return assertNever(fault);
  }
}

/** 一件事一句话。`nameOf`给请求起名。 */
function milestone(fact: Milestone, nameOf: (request: number) => string): string {
  switch (fact.kind) {
    case 'address-read':
      return fact.remarks > 0 ? `地址读作${fact.url}，其中有不合规矩的地方，被放过了。` : `地址读懂了：${fact.url}`;
    case 'upgraded':
      return `${fact.host}只能用https去问：什么都还没发，浏览器自己就把地址改了。`;
    case 'from-cache':
      return `${nameOf(fact.request)}来自缓存，还新鲜：一个包也没发。`;
    case 'name-known':
      return `${fact.host}的地址是已知的：${fact.address}。`;
    case 'name-found':
      return `${fact.host}是${fact.address}：${fact.messages}条DNS报文，用了${time(fact.took)}。`;
    case 'connected':
      return `到${fact.host}的连接${fact.connection}通了：一次往返，${time(fact.took)}。`;
    case 'secured':
      return fact.resumed
        ? `连接${fact.connection}接上了先前的TLS ${fact.version}会话：这回不出示证书，${time(fact.took)}。`
        : `连接${fact.connection}有了密钥：TLS ${fact.version}，${fact.version === '1.2' ? '两次往返' : '一次往返'}，${time(fact.took)}。`;
    case 'redirected':
      return `${nameOf(fact.request)}回答${fact.status}：请去${fact.to}`;
    case 'unchanged':
      return `${nameOf(fact.request)}没有变（304）：用缓存里的那份。`;
    case 'answered':
      return `${nameOf(fact.request)}到了：${fact.status}，${bytes(fact.bytes)}，用了${time(fact.took)}。`;
    case 'failed':
      return fact.request === null ? failure(fact.failure) : `${nameOf(fact.request)}：${failure(fact.failure)}`;
    case 'first-paint':
      return `看得见东西了，距回车${time(fact.took)}。`;
    case 'content-loaded':
      return `页面解析完，脚本也跑过了（DOMContentLoaded），距回车${time(fact.took)}。`;
    case 'load':
      return `全部到齐（load），距回车${time(fact.took)}。`;
    default:
      return assertNever(fact);
  }
}

function why(fact: Why, nameOf: (request: number) => string): string {
  switch (fact.code) {
    case 'no-deed':
      return reasons[fact.reason];
    case 'set-out':
      return `按下回车，浏览器开始读“${fact.typed}”。`;
    case 'happened':
      return milestone(fact.milestone, nameOf);
    case 'waited':
      return fact.closed > 0
        ? `过了${time(fact.ms)}，服务器关掉了${fact.closed}条闲着的连接。`
        : `过了${time(fact.ms)}。`;
    case 'forgot':
      return `浏览器忘掉：${memories[fact.what]}。`;
    case 'turned':
      return `从下一趟起：到服务器${fact.network.distance}毫秒，${fact.network.bandwidth} kbit/s，丢包${Math.round(fact.network.loss * 100)}%。`;
    case 'diagnosed':
      return fact.right
        ? `对，${causes[fact.cause]}。`
        : `不是“${causes[fact.cause]}”，起决定作用的不是它。看看最长的那条链。`;
    default:
      return assertNever(fact);
  }
}

function event(fact: JourneyEvent, nameOf: (request: number) => string): string {
  return fact.kind === 'milestone' ? milestone(fact.milestone, nameOf) : why(fact.why, nameOf);
}

function goal(wanted: JourneyGoal): string {
  switch (wanted.kind) {
    case 'loaded':
      return wanted.host ? `${wanted.host}的页面到了` : '页面到了';
    case 'loaded-times':
      return `${wanted.host ? `${wanted.host}的` : ''}页面到过${wanted.count}次`;
    case 'within':
      return `页面在${time(wanted.ms)}以内到齐`;
    case 'name-from-cache':
      return '没有去问域名，页面就到了';
    case 'from-cache':
      return `有${wanted.count}个回答直接来自缓存`;
    case 'unchanged':
      return `有${wanted.count}个回答由304确认`;
    case 'upgraded':
      return '浏览器自己把http改成了https';
    case 'resumed':
      return '接上了先前的TLS会话';
    case 'connections-at-most':
      return `页面到齐，新建的连接不超过${wanted.count}条`;
    case 'failed':
      return `这一趟失败了：${causes[wanted.cause]}`;
    case 'diagnosed':
      return wanted.host ? `说出了${wanted.host}的毛病` : '说出了毛病在哪里';
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<JourneyDeadEnd, string> = {
  'no-more-journeys': '这次运行里不能再走了。',
};

/** 旅程实验里发生的事，说成句子。 */
export const journey = { time, bytes, causes, memories, failure, milestone, why, event, goal, deadEnds };
