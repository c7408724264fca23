import { assertNever } from '@/lib/assert-never';
import type { Ingredient, ListenerMeans, StoryStep } from '@/lib/labs/tls/action';
import type { Note, Said, Swappable, Verified } from '@/lib/labs/tls/endpoint';
import type { NoDeed, TlsEvent, Why } from '@/lib/labs/tls/event';
import type { TlsGoal } from '@/lib/labs/tls/goal';
import type { TlsDeadEnd } from '@/lib/labs/tls/goals';
import type { Side } from '@/lib/labs/tls/side';
import type { Tampering } from '@/lib/labs/tls/state';
import { tls as en } from '@/lib/words/en/tls';
import { tlsAlert } from './tls-alert';

const the: Record<Side, string> = { client: '客户端', server: '服务器' };
const other: Record<Side, Side> = { client: 'server', server: 'client' };
const seconds = (ms: number) => (ms < 1_000 ? `${ms}毫秒` : `${(ms / 1_000).toLocaleString('zh')}秒`);

const messages: Record<Said['kind'], string> = { ...en.messages, application_data: '应用数据', alert: '警报' };

const purposes: Record<Said['kind'], string> = {
  hello_request: '请客户端开始握手。',
  client_hello: '它提议版本、密码套件，并带上一个随机数，全是明文。',
  server_hello: '它每样选定一个，再加上服务器自己的随机数。',
  hello_retry_request: '请客户端把hello再发一次，换一个群的密钥份额。',
  encrypted_extensions: '服务器其余的答复，第一次在密钥保护下发出。',
  certificate: '颁发机构用签名把服务器的公钥和它的名字绑在一起。谁都可以复制它：它不是秘密，也不是密钥。',
  certificate_request: '向客户端索要证书。',
  server_key_exchange: '服务器那一半Diffie–Hellman交换，用证书里的密钥签了名。',
  server_hello_done: '服务器这一轮要说的都说完了。',
  client_key_exchange: '对方靠它得出预主密钥。',
  certificate_verify: '对到此为止的握手签名：证明手里确实有证书对应的私钥。',
  finished: '用新密钥对之前每一条消息算出的校验值：证明双方看到的是同一次握手。',
  new_session_ticket: '为以后回来准备：凭这张票据，下次握手可以更短。它不改变这次连接里的任何东西。',
  key_update: '从下一条记录起，这一方换用下一把密钥。',
  change_cipher_spec: '从下一条记录起，这一方用新密钥说话。',
  alert: '说明哪里不对，或者表示不再发送。',
  application_data: '两边的应用真正要说的话。',
};

const verified: Record<Verified, string> = {
  certificate: '证书',
  signature: '签名',
  finished: 'Finished',
  binder: 'binder',
  record: '一条记录',
};

const values: Record<Swappable, string> = {
  client_random: '客户端随机数',
  server_random: '服务器随机数',
  premaster_secret: '预主密钥',
};

const ingredients: Record<Ingredient, string> = {
  ...values,
  public_key: '服务器的公钥',
  session_id: '会话ID',
  client_verify_data: '客户端的Finished',
};

const means: Record<ListenerMeans, string> = {
  nothing: '录下的流量',
  'key-log': '客户端的密钥日志',
  'rsa-key': '服务器的RSA私钥',
};

const steps: Record<StoryStep, string> = {
  'client-asks': '客户端提问：ClientHello，带上自己的随机数',
  'server-chooses': '服务器选定：ServerHello，带上自己的随机数',
  'certificate-shown': '服务器出示证书',
  'certificate-checked': '客户端检查证书',
  'secret-sent': '客户端发出通向共同秘密的东西',
  'secret-opened': '服务器得到同一个秘密',
  'keys-proved': '双方用Finished证明密钥相同',
  'data-protected': '数据在保护下通过',
};

const reasons: Record<NoDeed, string> = {
  'nothing-under-way': '路上什么都没有：没人动手，就什么也不会发生。',
  'not-under-way': '那条记录已经不在路上了。',
  'no-such-record': '没有这条记录。',
  'no-such-byte': '这样什么也没改。',
  'nothing-to-pass': '这一方没有别的记录在路上，没有谁能超过它。',
  'not-a-client-hello': '那条记录里没有ClientHello。',
  'not-a-certificate': '那条记录里没有Certificate。',
  encrypted: '那条记录是加密的：网络里的人看不到里面，更谈不上换掉什么。',
  'suite-not-in-it': '这个hello没有提议那个套件。',
  'no-session': '客户端没有票据，没有会话可恢复。',
  'not-begun': '还没有连接。',
  'not-connected': '这一方现在不能发送：还没连上，或者已经说过不再发送。',
  'too-late': '密钥已经做好了。',
  'only-in-1.2': '由三个值做出密钥，是TLS 1.2的做法。在1.3里，随机数是通过握手记录进入密钥的。',
  'not-known-yet': '这些值还没有全部出现。',
  'too-many': '一次运行里这已经够多了。',
};

function tampering(what: Tampering): string {
  switch (what.how) {
    case 'flip':
      return `第${what.byte}字节的第${what.bit}位被翻转`;
    case 'strip-suite':
      return `${what.suite}被从提议里删掉`;
    case 'lower-version':
      return `提议被截到TLS ${what.to}为止`;
    case 'swap-certificate':
      return '证书被换成了另一张';
    default:
      return assertNever(what);
  }
}

function why(fact: Why): string {
  switch (fact.code) {
    case 'no-deed':
      return reasons[fact.reason];
    case 'began':
      return fact.resumes
        ? '客户端回来了，出示票据。服务器打得开它：里面是上次会话的秘密。'
        : `客户端开始。${purposes.client_hello}`;
    case 'arrived':
      return arrived(fact);
    case 'sent':
      return `${the[fact.side]}发出${messages[fact.said]}。${purposes[fact.said]}`;
    case 'lost':
      return `${the[fact.from]}的记录从线路上被拿走了。下一条的序号，对方就对不上了。`;
    case 'replayed':
      return '同一条记录又发了一遍。每个字节都是真的，只是它的序号已经用过。';
    case 'held':
      return `${the[fact.from]}的下一条记录超过了这一条。序号不随记录发送，双方只能自己数。`;
    case 'tampered':
      return `路上，${tampering(fact.tampering)}。还没有人发觉。`;
    case 'swapped':
      return `从现在起，${the[fact.side]}用的是另一个${values[fact.value]}。另一方并不知道。`;
    case 'listens':
      return fact.closed === 0
        ? `凭${means[fact.means]}，窃听者解开${fact.opened}条记录，没有打不开的。`
        : `凭${means[fact.means]}，窃听者解开${fact.opened}条记录，还有${fact.closed}条打不开。`;
    case 'derived':
      return derived(fact);
    case 'ordered':
      return fact.right
        ? '一步一步，正是这样发生的。'
        : `第${fact.firstWrong + 1}步当时发生的不是这个。看看消息列表：在它之前来的是什么？`;
    default:
      return assertNever(fact);
  }
}

function derived({ right, bound, secret, first, second }: Extract<Why, { code: 'derived' }>): string {
  const made = `PRF（${ingredients[secret]}，“master secret”，${ingredients[first]}＋${ingredients[second]}）`;
  if (right) return `${made}得出主密钥，和双方手里的逐字节相同。`;
  if (bound) return `${made}不是它：这里的主密钥绑定的是整个握手（extended master secret），而不是两个随机数。`;
  return `${made}得出的字节，和双方手里的不一样。`;
}

function arrived({ side, said, note }: Extract<Why, { code: 'arrived' }>): string {
  const name = said ? messages[said] : '消息的一段';
  if (!note || note.code === 'read') return `${name}到达${the[side]}。${said ? purposes[said] : ''}`;
  return `${name}到达${the[side]}。${noted(side, note)}`;
}

function noted(side: Side, note: Note): string {
  switch (note.code) {
    case 'sent':
      return `${the[side]}发出${messages[note.said]}。`;
    case 'read':
      return `${the[side]}读到${messages[note.said]}。`;
    case 'version-chosen':
      return `${the[side]}接下来用TLS ${note.version}。`;
    case 'suite-chosen':
      return `密码套件是${note.suite}。`;
    case 'group-chosen':
      return `密钥在${note.group}上交换。`;
    case 'retry-asked':
      return `没有合适的密钥份额，服务器要一个${note.group}上的：多一个来回。`;
    case 'derived':
      return `${the[side]}导出${note.names.join('、')}。`;
    case 'verified':
      return `${the[side]}检查了${verified[note.what]}：没有问题。`;
    case 'refused':
      return `${the[side]}不接受${verified[note.what]}。`;
    case 'keys-changed':
      return `${the[side]}从现在起用${note.epoch}密钥${note.direction === 'write' ? '发送' : '接收'}。`;
    case 'ticket-given':
      return `${the[side]}发出一张以后回来用的票据。它不改变这次连接里的任何东西。`;
    case 'ticket-kept':
      return `${the[side]}收好票据，下次来时用。`;
    case 'ticket-refused':
      return `${the[side]}用不了这张票据，只好做完整的握手。`;
    case 'resumed':
      return `${the[side]}恢复了先前的会话：这次没有证书，也没有签名。`;
    case 'connected':
      return `${the[side]}连上了：Finished对得上，双方的密钥相同。`;
    case 'received':
      return `${the[side]}的应用读到${note.bytes.length}字节。`;
    case 'alert-sent':
      return `${the[side]}回以${note.alert}：${tlsAlert[note.why]}。`;
    case 'alert-received':
      return `${the[side]}得知${note.alert}。连接到此为止。`;
    case 'closed':
      return `${the[other[side]]}说了不再发送：这样就没有人能悄悄把话截断。`;
    case 'ignored':
      return ignored(side, note.why);
    default:
      return assertNever(note);
  }
}

function ignored(side: Side, because: Extract<Note, { code: 'ignored' }>['why']): string {
  switch (because) {
    case 'not-connected':
      return `${the[side]}没有连上。`;
    case 'over':
      return `对${the[side]}来说连接已经结束，再来什么都不看了。`;
    case 'sham-change-cipher-spec':
      return '在TLS 1.3里ChangeCipherSpec没有意义：放在这里，是让路上的旧设备以为这是TLS 1.2。';
    case 'ticket-without-life':
      return '这张票据的有效期是零，扔掉了。';
    default:
      return assertNever(because);
  }
}

function event(fact: TlsEvent, nameOf: (record: number) => string): string {
  switch (fact.kind) {
    case 'record-sent':
      return `${the[fact.side]}发出${nameOf(fact.record)}。`;
    case 'record-arrived':
      return `${nameOf(fact.record)}到达${the[fact.side]}。`;
    case 'record-lost':
      return `${nameOf(fact.record)}从线路上被拿走。`;
    case 'record-copied':
      return `${nameOf(fact.record)}又发了一遍。`;
    case 'record-changed':
      return `${nameOf(fact.record)}里，${tampering(fact.tampering)}。`;
    case 'noted':
      return noted(fact.side, fact.note);
    case 'time-passed':
      return `时间：${seconds(fact.to)}。`;
    case 'why':
      return why(fact.why);
    default:
      return assertNever(fact);
  }
}

function goal(wanted: TlsGoal): string {
  switch (wanted.kind) {
    case 'connected':
      return '客户端和服务器已经连上';
    case 'version':
      return `用TLS ${wanted.version}连上`;
    case 'suite':
      return `用${wanted.suite}连上`;
    case 'group':
      return `密钥在${wanted.group}上交换`;
    case 'retried':
      return '经过HelloRetryRequest后连上';
    case 'resumed':
      return '靠恢复先前的会话连上';
    case 'alert':
      return `${the[wanted.from]}发出了警报${wanted.alert}`;
    case 'finished-failed':
      return '有一方发现对方的Finished对不上';
    case 'received':
      return `${the[wanted.side]}的应用读到了“${wanted.text}”`;
    case 'decrypted':
      return `窃听者读到了${the[wanted.from]}发的内容`;
    case 'stays-secret':
      return `数据已经通过，而窃听者凭${means[wanted.means]}一点也读不到`;
    case 'derived-key':
      return '用正确的三个值做出了主密钥';
    case 'steps-in-order':
      return '八个步骤按发生的顺序排好';
    case 'closed-cleanly':
      return '双方都说了close_notify';
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<TlsDeadEnd, string> = {
  'connection-failed': '连接失败了，目标没有在其中达成。',
  'other-version': '选定的版本不是目标要求的。',
  'other-suite': '选定的密码套件不是目标要求的。',
  'other-group': '选定的群不是目标要求的。',
  'other-text': '到达的文字不是目标要求的。',
};

export const tls: typeof en = {
  messages,
  purposes,
  values,
  ingredients,
  means,
  steps,
  tampering,
  why,
  noted,
  event,
  goal,
  deadEnds,
};
