import { assertNever } from '@/lib/assert-never';
import type { NamableFault } from '@/lib/labs/http/action';
import type { LifetimeBy } from '@/lib/labs/http/client/freshness';
import type { Keeping } from '@/lib/labs/http/client/keep-response';
import type { CookieFact } from '@/lib/labs/http/client/receive-cookie';
import type { StaysBecause } from '@/lib/labs/http/client/send-cookies';
import type { FetchReason, HttpEvent, NoDeed, ValidateReason, Why } from '@/lib/labs/http/event';
import type { ExchangeMatch, HttpGoal } from '@/lib/labs/http/goal';
import type { HttpDeadEnd } from '@/lib/labs/http/goals';
import type { http as english } from '@/lib/words/en/http';
import { httpFault } from './http-fault';

const bytes = (count: number) => `${count}字节`;
const duration = (ms: number) => (ms < 1_000 ? `${ms}毫秒` : `${ms / 1_000}秒`);

const noDeeds: Record<NoDeed, string> = {
  'not-an-address': '这不是浏览器能去的地址。',
  'nothing-sent': '这条连接上没有发到一半的东西。',
  'no-redirect': '上一个应答没有让浏览器去别处。',
  'no-such-specimen': '没有这条报文。',
  'not-decodable': '这条报文读不懂，也就没有内容可取。',
  'no-relay': '这里没有前端。',
  'already-so': '本来就是这样。',
  'too-many': '这次运行放不下更多交换了，请重新开始。',
  'nothing-there': '那里没有可改的东西。',
};

const lifetimes: Record<LifetimeBy, string> = {
  's-maxage': 's-maxage',
  'max-age': 'max-age',
  expires: 'Expires',
  heuristic: '推测：距上次修改时间的十分之一',
  nothing: '它什么也没说',
};

/** 请求为什么发出去，缓存为什么去问。 */
const reasons: Record<FetchReason | ValidateReason, string> = {
  'nothing-stored': '这个地址没有存过',
  'other-variant': '存着的是按别的请求字段选出来的（Vary）',
  'unsafe-method': '缓存只能回答GET和HEAD',
  'own-condition': '请求自己带了条件',
  range: '只要一部分',
  reload: '你要求绕过所有缓存',
  'no-validator': '存着的既没有标签也没有日期，没法去问',
  'no-store': '请求里写了no-store',
  stale: '存着的已经过期',
  'no-cache': 'no-cache：每次都要问',
  'asked-to': '你要求去问',
  invalidated: '这个地址上的东西被改过',
  'too-old': '比请求允许的还旧',
};

const notKept: Record<(Keeping & { code: 'not-kept' })['why'], string> = {
  method: '只存GET的应答',
  'no-store': 'no-store',
  private: 'private，而这是共享缓存',
  authorization: '这是给登录者的，而这是共享缓存',
  partial: '这只是一部分',
  status: '这个状态码没有缓存会存',
  'nothing-to-go-by': '它既没说能存多久，也没说凭什么再问',
  'vary-all': 'Vary: *',
};
const cookieRefusals: Record<(CookieFact & { code: 'refused' })['why'], string> = {
  'no-name': '没有名字',
  'too-large': '太大',
  'control-octet': '含有控制字符',
  'other-domain': 'Domain不属于这台主机',
  'public-suffix': 'Domain是公共后缀',
  'secure-over-http': '写了Secure，却是经http来的',
  'none-without-secure': 'SameSite=None却没有Secure',
  'cross-site': '别的网站的页面不能设置它',
  'host-prefix': '__Host-的承诺没有兑现',
  'secure-prefix': '__Secure-的承诺没有兑现',
  'leave-secure-alone': '经http不能覆盖同名的Secure Cookie',
  'jar-full': 'Cookie罐满了',
};
const stays: Record<StaysBecause, string> = {
  expired: '已经过期',
  'other-host': '属于别的主机',
  'other-domain': '属于别的域',
  'other-path': '属于别的路径',
  'not-secure': '写了Secure，而这次走http',
  'same-site-strict': 'SameSite=Strict，而发起的是别的网站的页面',
  'same-site-lax': 'SameSite=Lax，而这是别的网站的页面在加载',
};

const faultName = (fault: NamableFault) => (fault === 'none' ? '没有错' : httpFault[fault]);

function why(fact: Why): string {
  switch (fact.code) {
    case 'no-deed':
      return noDeeds[fact.reason];
    case 'waits':
      return fact.for === 'head'
        ? `服务器收到了${bytes(fact.octets)}，还在等：头部以空行结束，空行还没来。`
        : '头部到齐了，服务器在等剩下的内容。';
    case 'refused':
      return `第${fact.fault.from}字节：${httpFault[fact.fault.code]}（RFC ${fact.fault.rfc}）。服务器回${fact.status}，关闭连接。`;
    case 'answered':
      return `${fact.method} ${fact.target}得到${fact.status}，用了${duration(fact.delay)}。`;
    case 'answered-several':
      return `这些字节里一个接一个有${fact.count}个请求，每个都得到了应答。`;
    case 'from-cache':
      return fact.stale
        ? '虽然已过期，仍由缓存回答：请求允许这样。没有问任何人。'
        : `由缓存回答：存了${fact.age}秒，保鲜${fact.lifetime}秒，依据${lifetimes[fact.by]}。没有问任何人。`;
    case 'validated':
      return fact.status === 304
        ? `缓存去问了（${reasons[fact.because]}），304说：你手里的还是对的。没有传内容。`
        : `缓存去问了（${reasons[fact.because]}），得到新的应答：${fact.status}。`;
    case 'not-cached':
      return '写了only-if-cached，而缓存里没有：504，没有问任何人。';
    case 'sent-on':
      return `${fact.status}：改去${fact.to}，用${fact.method}${fact.methodChanged ? '，不再用原来的方法' : ''}。`;
    case 'redirected':
      return `转了${fact.times}次，浏览器到了：${fact.status}。`;
    case 'too-many-redirects':
      return `转了${fact.times}次还没到，浏览器放弃了。`;
    case 'asks-for-credentials':
      return `401：你是谁？服务器接受${fact.scheme}。`;
    case 'time':
      return `过了${duration(fact.ms)}。`;
    case 'switched':
      return switched[fact.what][fact.on ? 'on' : 'off'];
    case 'cleared':
      return fact.what === 'session'
        ? `浏览器关掉又打开：只在会话里有效的${fact.count}个没有了。`
        : `${fact.what === 'cache' ? '缓存' : 'Cookie罐'}清空了，去掉${fact.count}个。`;
    case 'knows-credentials':
      return fact.scheme === null
        ? '浏览器忘了你是谁。'
        : `从现在起，浏览器每次都带上Authorization（${fact.scheme === 'basic' ? 'Basic' : 'Bearer'}）。`;
    case 'named':
      return fact.right
        ? `对：${faultName(fact.fault)}${fact.at ? `，在第${fact.at.from}字节（RFC ${fact.at.rfc}）` : ''}。`
        : `报文${fact.specimen + 1}：读取器发现的不是这个。逐字节再看一遍。`;
    case 'decoded':
      return fact.right ? '对，内容就是这些。' : `还不对：到第${fact.firstWrong}个字符为止是对的，从那里开始不同。`;
    case 'changed':
      return `别人改了${fact.path}（${fact.status}）。没有谁告诉你的缓存。`;
    case 'front-refused':
      return fact.fault
        ? `前端拒绝（${fact.status}）：第${fact.fault.from}字节，${httpFault[fact.fault.code]}。`
        : `前端不让任何人要这个：${fact.status}。`;
    case 'relayed':
      return relayed(fact);
    default:
      return assertNever(fact);
  }
}

const switched = {
  cache: { on: '浏览器重新开始存应答。', off: '浏览器不存应答，也不用存着的。' },
  cookies: { on: '浏览器重新接受Cookie。', off: '浏览器不收Cookie，也不发。' },
  follows: { on: '让它去别处时，浏览器自己去。', off: '遇到重定向，浏览器停下来给你看。' },
};

function relayed({ front, back, leftOver, smuggled, misled, sender }: Why & { code: 'relayed' }): string {
  const counts = `前端看到${front}个请求，服务器看到${back}个`;
  if (misled) return `${counts}。另一个人拿到的应答，对应的请求开头却是别人的字节。`;
  if (smuggled) return `${counts}：有一个请求过去了，前端从没把它当成请求。`;
  if (leftOver > 0)
    return `${counts}，还剩${bytes(leftOver)}，会接在${sender === 'victim' ? '' : '这条连接上'}下一个请求的前面。`;
  return `${counts}。两边读法一样。`;
}

function event(fact: HttpEvent): string {
  switch (fact.kind) {
    case 'request-sent':
      return `交换${fact.exchange + 1}：${fact.method} ${fact.target}发出，${bytes(fact.octets)}。`;
    case 'response-arrived':
      return `交换${fact.exchange + 1}：${fact.status}到达，${bytes(fact.octets)}。`;
    case 'cache-asked':
      return cacheAsked(fact);
    case 'cache-told':
      return cacheTold(fact.keeping);
    case 'cookie-received':
      return cookieFact(fact.fact);
    case 'cookie-stayed':
      return `Cookie ${fact.name}留在家里：${stays[fact.why]}。`;
    case 'fault-found':
      return `第${fact.fault.from}字节：${httpFault[fact.fault.code]}。`;
    case 'front-forwarded':
      return `前端转发${fact.method} ${fact.target}，${bytes(fact.octets)}。`;
    case 'back-answered':
      return `服务器对${fact.method} ${fact.target}回${fact.status}${fact.to === 'victim' ? '，拿到的是另一个人' : fact.to === null ? '，没有人在等' : ''}。`;
    case 'time-passed':
      return `过了${duration(fact.to - fact.from)}。`;
    case 'why':
      return why(fact.why);
    default:
      return assertNever(fact);
  }
}

function cacheAsked({ decision, why: reason }: HttpEvent & { kind: 'cache-asked' }): string {
  if (decision === 'use') return '缓存里有，而且新鲜。';
  if (decision === 'nothing') return '缓存里没有可用的。';
  const because = reason === null ? '' : `：${reasons[reason]}`;
  return decision === 'validate' ? `缓存里有，但要问服务器还对不对${because}。` : `请求发给服务器${because}。`;
}

function cacheTold(keeping: Keeping): string {
  switch (keeping.code) {
    case 'kept':
      return '缓存把应答存下了。';
    case 'freshened':
      return '存着的重新算作新的。';
    case 'invalidated':
      return '这个地址存着的，以后要先问才能用。';
    case 'not-kept':
      return `缓存不存它：${notKept[keeping.why]}。`;
    default:
      return assertNever(keeping);
  }
}

function cookieFact(fact: CookieFact): string {
  if (fact.code === 'refused') return `Cookie ${fact.name}被拒绝：${cookieRefusals[fact.why]}。`;
  const { name, value } = fact.cookie;
  if (fact.code === 'deleted') return `Cookie ${name}被删除。`;
  return fact.code === 'kept' ? `存下一个Cookie：${name}=${value}。` : `Cookie ${name}现在是${value}。`;
}

/** “GET /etag（带If-None-Match，得到304）”。 */
function exchange({
  method,
  path,
  target,
  status,
  version,
  framing,
  fault,
  request,
  answer,
  body,
  answerBody,
}: ExchangeMatch): string {
  const asked = [method ?? '一个请求', target ?? path].filter(Boolean).join(' ');
  const fields = (list: ExchangeMatch['request'], of: string) =>
    (list ?? []).map(({ name, value, includes, absent }) =>
      absent
        ? `${of}没有${name}`
        : value
          ? `${of}${name}: ${value}`
          : includes
            ? `${of}${name}含有“${includes}”`
            : `${of}带${name}`,
    );
  const more = [
    ...(version ? [version] : []),
    ...(framing ? [framings[framing]] : []),
    ...fields(request, ''),
    ...(body ? [`内容含有“${body}”`] : []),
    ...(fault ? [`因为${httpFault[fault]}被拒绝`] : []),
    ...(status === undefined ? [] : [`得到${status}`]),
    ...fields(answer, '应答'),
    ...(answerBody ? [`应答内容含有“${answerBody}”`] : []),
  ];
  return more.length > 0 ? `${asked}（${more.join('，')}）` : asked;
}

const framings = { none: '没有内容', length: '写明长度', chunked: '分块' };

function goal(wanted: HttpGoal): string {
  switch (wanted.kind) {
    case 'log-has':
      return `服务器的记录里有${exchange(wanted.match)}${wanted.times > 1 ? `，${wanted.times}次` : ''}`;
    case 'log-in-order':
      return `服务器的记录里依次有：${wanted.matches.map(exchange).join('；')}`;
    case 'log-has-at-most':
      return wanted.times === 0
        ? `服务器的记录里没有${exchange(wanted.match)}`
        : `服务器的记录里${exchange(wanted.match)}最多${wanted.times}次`;
    case 'response-status':
      return `最后一个应答是${wanted.status}`;
    case 'sent-request':
      return `你手写的最后一个请求：${exchange(wanted.match)}`;
    case 'cache-used':
      return `${wanted.path}由缓存回答，${wanted.how === 'fresh' ? '没有问服务器' : '问过服务器（304）'}${wanted.times > 1 ? `，${wanted.times}次` : ''}`;
    case 'cache-holds':
      return {
        fresh: `缓存里有${wanted.path}，新鲜`,
        stale: `缓存里有${wanted.path}，已过期`,
        nothing: `缓存里没有${wanted.path}`,
      }[wanted.state];
    case 'cookie':
      return wanted.state === 'gone'
        ? `Cookie ${wanted.name}又没有了`
        : `浏览器有Cookie ${wanted.name}${wanted.value === undefined ? '' : `=${wanted.value}`}`;
    case 'arrived':
      return `浏览器到达${wanted.path}，得到${wanted.status}${wanted.after > 0 ? `，转了${wanted.after}次` : ''}`;
    case 'fault-named':
      return `报文${wanted.specimen + 1}：${wanted.all ? '所有的错都指出来' : '指出哪里错'}`;
    case 'decoded':
      return `报文${wanted.specimen + 1}：取出内容`;
    case 'smuggled':
      return `有一个${wanted.path ? `要${wanted.path}的` : ''}请求到了服务器，前端却没看见`;
    case 'victim-misled':
      return '另一个人得到的应答，不是他要的';
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<HttpDeadEnd, string> = {
  'happened-too-often': '这件事发生得太多了。退回去，或重新开始。',
  'server-is-done': '服务器能回答的都回答完了。退回去，或重新开始。',
  'no-more-namings': '这里不能再指错了。退回去，或重新开始。',
};

/** HTTP实验里发生的事，用句子说。 */
export const http: typeof english = { why, event, goal, deadEnds, faultName, lifetimes };
