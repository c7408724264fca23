import { assertNever } from '@/lib/assert-never';
import type { Cause, ClaimField } from '@/lib/labs/dns/conclude';
import type { DnsEvent, DnsNote, Failure, Ignored, NoDeed, Useless, Why } from '@/lib/labs/dns/event';
import type { Gist } from '@/lib/labs/dns/gist';
import type { DnsGoal } from '@/lib/labs/dns/goal';
import type { DnsDeadEnd } from '@/lib/labs/dns/goals';
import type { dns as en } from '../en/dns';

type HostName = (address: string) => string;

const short = (name: string) => (name === '.' ? name : name.replace(/\.$/, ''));
const zoneName = (zone: string) => (zone === '.' ? '根区' : short(zone));
const typeName = (type: string) => (type === '*' ? '（任何类型）' : type);
const time = (ms: number) => (ms < 1_000 ? `${ms}毫秒` : `${ms / 1_000}秒`);
const percent = (chance: number) => {
  if (chance >= 0.01) return `${Number((chance * 100).toFixed(1))}%`;
  return chance === 0 ? '0' : `${Math.round(1 / chance)}分之一`;
};

const gists: Record<Gist, string> = {
  query: '提问',
  answer: '答案',
  alias: '别名',
  referral: '转介',
  'no-data': '没有这种记录',
  'no-name': '没有这个名字',
  truncated: '被截断（TC）',
  refused: '拒绝',
  'server-failure': '失败',
  unreadable: '读不懂',
};

const served: Record<Gist, string> = {
  query: '什么也没说',
  answer: '有答案',
  alias: '只有一个别名，不知道别名那边的事',
  referral: '不知道，但知道谁更近：给出转介',
  'no-data': '有这个名字，但没有这种记录',
  'no-name': '确定没有这个名字',
  truncated: '的答案一个数据报装不下，于是置位TC',
  refused: '拒绝回答：这不是它管的区',
  'server-failure': '说自己出错了',
  unreadable: '的话读不懂',
};

const useless: Record<Useless, string> = {
  refused: '它拒绝回答',
  failed: '它自己出错了',
  'not-authoritative': '它并不代表这个区说话',
  'no-progress': '它的回答没有更近一步',
};

const ignored: Record<Ignored, string> = {
  'nothing-asked': '此刻没有任何未答的问题',
  'wrong-server': '没有问过这台服务器',
  'wrong-port': '端口不是提问用的那个',
  'wrong-id': '标识不是提问的那个',
  'wrong-question': '答的是另一个问题',
  unreadable: '不是能读懂的报文',
};

const failures: Record<Failure, string> = {
  'no-server-left': '这个区没有一台服务器帮得上忙',
  'alias-loop': '别名绕成了圈',
  'too-much-work': '问得太多了',
  'no-root': '没有人知道根在哪里',
};

const noDeeds: Record<NoDeed, string> = {
  'nothing-under-way': '路上没有报文，也没有人在等。',
  'not-under-way': '那条报文不在路上。',
  'no-such-server': '没有叫这个名字或在这个地址的服务器。',
  'no-such-zone': '没有这个区。',
  'not-in-zone': '这个名字不在该区里。',
  'bad-records': '有一条记录不合区文件的写法。',
  'too-many': '一次太多了，先让路上的事情发生完。',
  'not-asked-yet': '还没有问过这个。',
};

const causes: Record<Cause, string> = {
  current: '和区现在的内容一致',
  stale: '解析器给的是记住的答案，而区后来改过',
  'remembered-absence': '解析器记得“没有”，而现在有了',
  poisoned: '答案是别人伪造的',
  'no-such-name': '没有这个名字',
  'no-data': '这个名字没有这种记录',
  loop: '别名绕成了圈',
  unreachable: '这个区没有一台服务器帮得上忙',
};

const claimFields: Record<ClaimField, string> = {
  canonical: '最后的名字',
  zone: '最后的名字所在的区',
  address: '地址',
  cause: '原因',
  left: '还剩几秒',
};
const fieldList = (fields: readonly ClaimField[]) => fields.map((field) => claimFields[field]).join('、');

function note(one: DnsNote, host: HostName): string {
  switch (one.code) {
    case 'stub-asked':
      return `电脑${one.transport === 'tcp' ? '用TCP' : ''}向${host(one.server)}问${short(one.name)}的${one.type}记录。`;
    case 'asked-again':
      return one.transport === 'tcp'
        ? `电脑改用TCP再问${host(one.server)}，那里装得下。`
        : `没有等到回答：电脑再问一次${host(one.server)}。`;
    case 'stub-answered':
      return answered(one);
    case 'stub-gave-up':
      return `${host(one.server)}没有回答，电脑放弃了。`;
    case 'cache-hit':
      return `解析器还记得${short(one.name)}的${typeName(one.type)}记录，还能用${one.left}秒。`;
    case 'asks':
      return `解析器${one.transport === 'tcp' ? '用TCP' : ''}向${host(one.server)}（${zoneName(one.zone)}的服务器）问${short(one.name)}的${one.type}记录。`;
    case 'served':
      return `${host(one.server)}${served[one.gist]}。`;
    case 'alias':
      return `${short(one.name)}只是${short(one.target)}的另一个名字：接着查后者。`;
    case 'referred':
      return `${host(one.server)}让解析器去问${zoneName(one.zone)}的服务器${one.glue > 0 ? '，并附上它们的地址（胶水记录）' : '，但没有给地址'}。`;
    case 'needs-address':
      return `${zoneName(one.zone)}的服务器只知道名字，解析器得先查${short(one.name)}的地址。`;
    case 'stored':
      return `解析器把${short(one.name)}的${one.type}记录留${one.ttl}秒${one.isFalse ? '，而它是假的' : ''}。`;
    case 'stored-negative':
      return one.type === '*'
        ? `解析器记住没有${short(one.name)}这个名字，记${one.ttl}秒。`
        : `解析器记住${short(one.name)}没有${one.type}记录，记${one.ttl}秒。`;
    case 'kept':
      return `${short(one.name)}的${one.type}记录，解析器已有更可信的来源，保留原来的。`;
    case 'discarded':
      return `解析器扔掉${short(one.name)}的${one.type}记录：这不归${zoneName(one.zone)}的服务器说。`;
    case 'truncated':
      return `TC置位：${host(one.server)}的答案装不下，改用TCP去取。`;
    case 'useless':
      return `${host(one.server)}对${zoneName(one.zone)}帮不上忙：${useless[one.why]}。解析器换下一台。`;
    case 'timed-out':
      return `${host(one.server)}没有及时回答。`;
    case 'ignored':
      return `${one.count > 1 ? `${one.count}个回答` : '一个回答'}被扔掉：${ignored[one.why]}。`;
    case 'forgery-believed':
      return `服务器、端口、标识、问题全都对上了：解析器把伪造的当成${host(one.server)}的回答。`;
    case 'resolved':
      return one.sent === 0
        ? `${short(one.name)}的${one.type}记录要的东西解析器都有，谁也不用问。`
        : `解析器自己问了${one.sent}次，查完了${short(one.name)}的${one.type}记录（${one.rcode}）。`;
    case 'failed':
      return `解析器放弃${short(one.name)}（SERVFAIL）：${failures[one.why]}。`;
    case 'expired':
      return `${short(one.name)}的${typeName(one.type)}记录到时间了，解析器忘掉它。`;
    default:
      return assertNever(one);
  }
}

function answered(one: Extract<DnsNote, { code: 'stub-answered' }>): string {
  const from = one.fromCache ? '，来自解析器的缓存' : '';
  if (one.isFalse) return `电脑得到了${short(one.name)}的${one.type}答案${from}，而它是伪造的。`;
  if (one.rcode !== 'NOERROR') return `电脑问${short(one.name)}的${one.type}记录，得到${one.rcode}${from}。`;
  if (one.records === 0) return `电脑收到关于${short(one.name)}的回复，里面没有${one.type}记录${from}。`;
  return `电脑得到了${short(one.name)}的${one.type}答案：${one.records}条记录${from}。`;
}

function why(one: Why, host: HostName): string {
  switch (one.code) {
    case 'no-deed':
      return noDeeds[one.reason];
    case 'noted':
      return note(one.note, host);
    case 'arrived':
      return '报文到了，但那里没有人应答，只能从一直没有回音看出来。';
    case 'waited':
      return one.expired > 0
        ? `过了${time(one.ms)}，缓存里有${one.expired}项到期。`
        : `过了${time(one.ms)}。留着的东西剩下的时间也少了这么多。`;
    case 'settled':
      return `${one.messages}条报文之后：${one.note ? note(one.note, host) : '路上再没有报文。'}`;
    case 'flushed':
      return one.name === null
        ? `解析器忘掉一切（${one.entries}项）。`
        : `解析器忘掉${short(one.name)}（${one.entries}项）。`;
    case 'edited':
      return `在区${short(one.zone)}里，${short(one.name)}${one.records === 0 ? `不再有${one.type}记录` : `有了新的${one.type}记录`}，序号是${one.serial}。以前问过的人不会得到通知。`;
    case 'switched':
      return `${host(one.server)}${one.down ? '不再应答' : '又能应答了'}。`;
    case 'hardened':
      return '从下一个问题起，解析器按新的办法做。';
    case 'lost':
      return '报文丢在路上。等它的人只能靠时钟察觉。';
    case 'forged':
      return `${one.count}个冒充${host(one.server)}的回答上路了，发往端口${one.port}，标识从${one.firstId}起。`;
    case 'attacked':
      return one.hit
        ? `试到第${one.attempts}次，有一个伪造的对上了（每次的机会：${percent(one.chance)}）。这个区落入他人之手。`
        : `试了${one.attempts}次，没有一个对得上（每次的机会：${percent(one.chance)}）。`;
    case 'concluded':
      return one.wrong.length === 0
        ? `对：${fieldList(one.right)}。`
        : `不对：${fieldList(one.wrong)}。${one.right.length > 0 ? `对：${fieldList(one.right)}。` : ''}`;
    default:
      return assertNever(one);
  }
}

function event(one: DnsEvent, host: HostName, message: (packet: number) => string): string {
  switch (one.kind) {
    case 'sent':
      return `发出：${message(one.packet)}。`;
    case 'arrived':
      return `到达：${message(one.packet)}。`;
    case 'noted':
      return note(one.note, host);
    case 'time-passed':
      return `时钟从${one.from}毫秒走到${one.to}毫秒。`;
    case 'why':
      return why(one.why, host);
    default:
      return assertNever(one);
  }
}

function goal(one: DnsGoal): string {
  switch (one.kind) {
    case 'answered':
      return one.data === undefined
        ? `电脑问${one.name}的${one.type}记录，最近得到的是${one.rcode}`
        : `电脑问${one.name}的${one.type}记录，最近的答案里有${one.data}`;
    case 'from-cache':
      return `${one.name}的${one.type}记录，最近的答案来自解析器的缓存`;
    case 'cached':
      return `解析器的缓存里有${one.name}的${one.type}记录${one.data === undefined ? '' : `：${one.data}`}`;
    case 'not-cached':
      return `解析器的缓存里没有${one.name}的${one.type}记录`;
    case 'absence-cached':
      return `解析器记得${one.name}没有${one.type}记录`;
    case 'expired':
      return `缓存里${one.name}的${one.type}记录自己到了期`;
    case 'record-seen':
      return `读到过含有${one.name}的${one.type}记录${one.data === undefined ? '' : `（${one.data}）`}的报文`;
    case 'asked':
      return `${one.by === 'stub' ? '电脑亲自' : one.by === 'resolver' ? '解析器' : '有人'}问过${one.server}${one.name === undefined ? '' : `：${one.name}`}`;
    case 'not-asked':
      return `没有人问过${one.server}`;
    case 'followed':
      return `${one.name}的${one.type}记录，最近的答案经过${one.through.join(' → ')}`;
    case 'used-tcp':
      return `${one.name}的${one.type}答案是用TCP取来的`;
    case 'lame-found':
      return `解析器发现${one.server}帮不上忙`;
    case 'stale-seen':
      return `电脑得到过${one.name}的${one.type}答案，而区那时已不会这样回答`;
    case 'fresh-answer':
      return `${one.name}的${one.type}记录，最近的答案和区现在的内容一致`;
    case 'poisoned':
      return `关于${one.name}的${one.type}记录，解析器信了假话`;
    case 'withstood':
      return `解析器顶住了${one.attempts}次欺骗`;
    case 'concluded':
      return `关于${one.name}的${one.type}记录写对了：${fieldList(one.fields)}`;
    case 'at-most-sent':
      return `解析器最多问了${one.queries}次`;
    default:
      return assertNever(one);
  }
}

const deadEnds: Record<DnsDeadEnd, string> = {
  'was-asked': '那台服务器已经被问过了，请重新开始。',
  'sent-too-many': '解析器问的次数已经超了，请重新开始。',
  'gone-from-cache': '缓存里的旧内容没有了，现在学到的都是对的，请重新开始。',
};

/** DNS实验里发生的事，写成句子。 */
export const dns: typeof en = { note, why, event, goal, deadEnds, gists, causes, claimFields, percent };
