import { assertNever } from '@/lib/assert-never';
import type { CertificateEvent } from '@/lib/labs/certificate/event';
import type { CertificateGoal } from '@/lib/labs/certificate/goal';
import type { certificateLab as english } from '../en/certificate-lab';

type Words = typeof english;

const checks: Words['checks'] = {
  format: { name: '格式', asks: '这些字节究竟是不是证书？' },
  chain: { name: '证书链', asks: '每一级签发者的证书都在手边吗？' },
  trust: { name: '可信的根', asks: '链的尽头是不是本机信任的根？' },
  signature: { name: '签名', asks: '每张证书都是用上一级的密钥签的吗？' },
  dates: { name: '日期', asks: '现在是否在每张证书的有效期之内？' },
  name: { name: '名字', asks: '地址栏里的名字在不在证书的名字之中？' },
  ca: { name: '签发资格', asks: '签过证书的那些，可以自称颁发机构吗？' },
  'key-usage': { name: '密钥用法', asks: '每把密钥都只做了许可的事吗？' },
  purpose: { name: '用途', asks: '这张证书是给服务器用的吗？' },
  'path-length': { name: '路径长度', asks: '中间的机构有没有超过上级允许的数目？' },
  'name-constraints': { name: '名称约束', asks: '这家机构可以替这个名字说话吗？' },
  critical: { name: '关键扩展', asks: '必须看懂的内容都看懂了吗？' },
  strength: { name: '强度', asks: '密钥和摘要在今天还够强吗？' },
  revocation: { name: '吊销', asks: '签发者的名单上，它是否已经作废？' },
};

const reasons: Words['reasons'] = {
  unreadable: (detail) => `从第${detail.split(' ')[1] ?? '0'}字节起，内容就读不通了。`,
  'issuer-missing': (issuer) => `它的签发者${issuer}没有送来，本机也不认识。`,
  'self-signed': (name) => `${name}自己给自己作保，而这里没有人信任它。`,
  'untrusted-root': (name) => `链是完整的，但尽头是${name}，本机不信任它。`,
  'signature-wrong': (issuer) => `签名与${issuer}的密钥对不上：不是伪造的，就是途中被改过。`,
  'signature-unsupported': (algorithm) => `这里不计算${algorithm}，它是好是坏，本实验说不了。`,
  'algorithms-differ': () => '签名算法在被签的部分里写的是一种，外面写的是另一种。',
  'not-yet-valid': (time) => `它从${time}起才有效，时候还没到。`,
  expired: (time) => `它的有效期到${time}为止，已经过了。`,
  'name-mismatch': (names) => `它只对这些名字有效：${names}。`,
  'no-names': () => '它没有subjectAltName。通用名（CN）多年前就不算数了。',
  'not-a-ca': () => '它给别的证书签了名，自己却不是颁发机构（cA不为TRUE）。',
  'may-not-sign-certificates': (usages) => `它的密钥可以做：${usages}，其中没有keyCertSign。`,
  'may-not-sign': (usages) => `它的密钥只可以做：${usages}。服务器用不上。`,
  'not-for-servers': (purposes) => `它的用途是${purposes}，不是服务器。`,
  'path-too-long': (detail) => {
    const [between, most] = detail.split(' ');
    return `它下面有${between}级机构，而它只允许${most}级。`;
  },
  'name-not-permitted': (name) => `${name}不在这家机构可以作保的名字之内。`,
  'name-excluded': (name) => `${name}正是这家机构不得作保的名字。`,
  'unknown-critical': (oid) => `它带有一个这里没有人懂的关键扩展${oid}，那就必须拒绝。`,
  'weak-digest': (algorithm) => `它用${algorithm}签名，这样的摘要可以伪造。`,
  'weak-key': (bits) => `它的RSA密钥只有${bits}位，今天至少要2048位。`,
  revoked: (time) => `签发者已把它列入吊销列表，时间是${time}。`,
  'crl-missing': () => '没有签发者的名单可查。',
  'crl-outdated': () => '签发者的名单已经过期。',
  'crl-not-trusted': () => '这份名单不是签发者签的。',
};

const browser: Words['browser'] = {
  ERR_CERT_INVALID: '证书无效。',
  ERR_CERT_REVOKED: '证书已被吊销。',
  ERR_CERT_AUTHORITY_INVALID: '你信任的机构里，没有一家为这台服务器作保。',
  ERR_CERT_COMMON_NAME_INVALID: '证书是另一个名字的。',
  ERR_CERT_NAME_CONSTRAINT_VIOLATION: '这家机构不得为这个名字作保。',
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: '证书的签名所用的摘要可以伪造。',
  ERR_CERT_WEAK_KEY: '密钥太弱。',
  ERR_CERT_DATE_INVALID: '证书已经过期，或者尚未生效。',
  ERR_CERT_UNABLE_TO_CHECK_REVOCATION: '无从得知证书是否已被吊销。',
};

const hindrances = {
  'no-such-certificate': (what: string) => `没有叫${what}的证书。`,
  'no-such-server': (what: string) => `没有叫${what}的服务器。`,
  'no-server': () => '这里没有可以访问的服务器。',
  'id-taken': (what: string) => `已经有一张叫${what}的证书了。`,
  'not-your-key': (what: string) => `${what}的密钥不在你手里，你签不了。除了它的主人谁也签不了；签名的意义全在于此。`,
  'key-cannot-sign-so': (what: string) => `这把密钥在这里不能配合${what}签名。`,
  'nothing-left-to-check': () => '所有检查都做完了。',
  'already-judged': (what: string) => `${what}你已经判过了，以第一次为准。`,
  'already-trusted': (what: string) => `${what}已经受信任。`,
  'not-trusted': (what: string) => `${what}本来就不受信任。`,
  'already-revoked': (what: string) => `${what}已经在名单上了。`,
  'signs-itself': (what: string) => `${what}没有签发者可以吊销它。对根只能不再信任。`,
  'too-many': () => '一百张证书够多了。',
  'no-such-byte': (what: string) => `没有第${what}字节可改。`,
  'no-such-request': (what: string) => `没有叫${what}的申请。`,
  'no-such-key': (what: string) => `没有叫${what}的密钥，先做一对。`,
  'key-taken': (what: string) => `已经有一对叫${what}的密钥了。`,
  'request-unreadable': (what: string) => `机构不受理：申请从第${what}字节起就读不通了。`,
  'no-possession': (what: string) => `机构不受理${what}：它的签名与其中的公钥对不上，申请人没有证明私钥在自己手里。`,
  'too-many-keys': () => '二十对密钥够多了。',
};

const outcomes: Words['outcomes'] = {
  passed: '通过',
  failed: '不通过',
  unknown: '无法断定',
  'not-asked': '不适用',
};

function checked({ check, outcome, findings }: Extract<CertificateEvent, { kind: 'checked' }>): string {
  const telling = findings.find(({ verdict }) => verdict === outcome && verdict !== 'passed');
  const why = telling?.reason ? reasons[telling.reason](telling.detail ?? '') : '';
  return `${checks[check].name}：${outcomes[outcome]}。${why}`;
}

function judged(event: Extract<CertificateEvent, { kind: 'judged' }>): string {
  const shown = event.browser === null ? '浏览器会显示网页' : `浏览器会停在${event.browser}`;
  if (event.right) return `判对了：${shown}。`;
  if (event.wrongCheck) return `应当拒绝，但不是因为这一项：这项检查并没有失败。${shown}。`;
  if (event.answer === 'accept') return `不对：这条链不能接受。${shown}。`;
  return `不对：这条链没有问题。${shown}。`;
}

export const certificateLab: Words = {
  checks,
  reasons,
  browser,
  outcomes,
  time: (at: number) =>
    new Date(at)
      .toISOString()
      .replace('T', ' ')
      .replace(/:00\.000Z$|\.000Z$/, ' UTC'),
  event(event: CertificateEvent): string {
    switch (event.kind) {
      case 'visited':
        return `你访问${event.name}。`;
      case 'checked':
        return checked(event);
      case 'checks-done':
        return event.accepted ? '各项检查都通过了：浏览器会显示网页。' : `浏览器会在这里停下：${event.browser}。`;
      case 'judged':
        return judged(event);
      case 'issued':
        return event.issuer === null
          ? `${event.certificate}做好了，共${event.bytes}字节，用自己的密钥签名。有没有人信任它，是另一回事。`
          : `${event.certificate}做好了，共${event.bytes}字节，用${event.issuer}的密钥签名。`;
      case 'key-made':
        return `${event.key}做好了，是P-256曲线上的一对密钥。公钥可以给任何人，私钥留在这里。`;
      case 'requested':
        return event.possession === 'right'
          ? `${event.request}做好了，共${event.bytes}字节：一个名字，加上${event.key}的公钥，再用它的私钥签名。`
          : `${event.request}做好了，共${event.bytes}字节：一个名字，加上${event.key}的公钥，却是用另一把私钥签的名。`;
      case 'request-signed':
        return [
          `${event.issuer}读了${event.request}，签名没有问题，说明私钥确实在申请人手里，于是签发${event.certificate}，共${event.bytes}字节。`,
          event.names.length > 0
            ? `至于${event.names.join('、')}是不是真归申请人，申请本身证明不了，机构要另外核实。`
            : '',
          event.refusedAuthority ? '它还申请当颁发机构，没有获准。' : '',
        ].join('');
      case 'presented':
        return `服务器出示${event.chain.join('，然后是')}。`;
      case 'trusted':
        return `本机从现在起信任${event.certificate}，以及它作保的一切。`;
      case 'distrusted':
        return `本机不再信任${event.certificate}。`;
      case 'clock-set':
        return `时钟指向${this.time(event.to)}。`;
      case 'name-asked':
        return `地址栏里现在是${event.to}，应答的还是同一台服务器。`;
      case 'revoked':
        return `${event.issuer}发布了新的名单，${event.certificate}在上面。`;
      case 'byte-changed':
        return `${event.certificate}的第${event.at}字节原来是${hex(event.from)}，现在是${hex(event.to)}。这个样子没有人签过。`;
      case 'hindered':
        return hindrances[event.why](event.what);
      default:
        return assertNever(event);
    }
  },
  goal(goal: CertificateGoal): string {
    switch (goal.kind) {
      case 'judged-rightly':
        return `正确判断${goal.server}；应当拒绝的，要指出一项不通过的检查。`;
      case 'verdict':
        return goal.accepted
          ? `${goal.server}的证书链没有问题。`
          : `${goal.server}的证书链被拒绝${goal.reason ? `，原因之一是：${goal.reason}` : ''}。`;
      case 'browser-says':
        return `访问${goal.server}时，浏览器停在${goal.error}。`;
      case 'chain-valid-for-name':
        return `${goal.server}的证书链对${goal.name}有效${goal.at ? `，时间是${goal.at}` : ''}。`;
      case 'chain-refused-for-name':
        return `${goal.server}的证书链对${goal.name}无效${goal.at ? `，时间是${goal.at}` : ''}。`;
      case 'root-trusted':
        return goal.trusted ? `${goal.certificate}受信任。` : `${goal.certificate}不受信任。`;
      case 'trusted-at-most':
        return `受信任的证书不超过${goal.certificates}张。`;
      case 'checked':
        return `对${goal.server}做过“${checks[goal.check].name}”这项检查。`;
      case 'made-root':
        return '你做了一张自己的根证书。';
      case 'signed-for':
        return `你给${goal.name}签了一张证书，而且只给这一个名字。`;
      case 'signed-on-request':
        return `你让机构按申请给${goal.name}签了证书，而且只给这一个名字。`;
      case 'revoked':
        return `${goal.certificate}已被签发者吊销。`;
      default:
        return assertNever(goal);
    }
  },
  deadEnds: {
    'judged-wrongly': '这条链你已经判过，而且没有判对。从头开始才能重判。',
    'revoked-for-good': '证书已经吊销，这件事收不回来。',
  },
};

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
