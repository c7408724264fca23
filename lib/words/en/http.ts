import { assertNever } from '@/lib/assert-never';
import type { NamableFault } from '@/lib/labs/http/action';
import type { LifetimeBy } from '@/lib/labs/http/client/freshness';
import type { Keeping } from '@/lib/labs/http/client/keep-response';
import type { CookieFact } from '@/lib/labs/http/client/receive-cookie';
import type { StaysBecause } from '@/lib/labs/http/client/send-cookies';
import type { FetchReason, HttpEvent, NoDeed, ValidateReason, Why } from '@/lib/labs/http/event';
import type { ExchangeMatch, HttpGoal } from '@/lib/labs/http/goal';
import type { HttpDeadEnd } from '@/lib/labs/http/goals';
import { httpFault } from './http-fault';

const bytes = (count: number) => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`);
const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const duration = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toLocaleString('en')} s`);

const noDeeds: Record<NoDeed, string> = {
  'not-an-address': 'That is no address a browser goes to.',
  'nothing-sent': 'Nothing has been sent on this connection that waits for its end.',
  'no-redirect': 'The last answer sent the browser nowhere.',
  'no-such-specimen': 'There is no such message.',
  'not-decodable': 'This message cannot be read, so it has no content.',
  'no-relay': 'There is no front end here.',
  'already-so': 'It is so already.',
  'too-many': 'There is no room for a further exchange in this run. Begin anew.',
  'nothing-there': 'Nothing there could be changed.',
};

const lifetimes: Record<LifetimeBy, string> = {
  's-maxage': 's-maxage',
  'max-age': 'max-age',
  expires: 'Expires',
  heuristic: 'a guess: a tenth of the time since the last change',
  nothing: 'nothing it said',
};

/** Why a request goes out, and why the cache asks. */
const reasons: Record<FetchReason | ValidateReason, string> = {
  'nothing-stored': 'nothing is stored for this address',
  'other-variant': 'what is stored was chosen by other request fields (Vary)',
  'unsafe-method': 'only GET and HEAD are answered from a cache',
  'own-condition': 'the request brings a condition of its own',
  range: 'only a part is wanted',
  reload: 'you asked past all caches',
  'no-validator': 'what is stored has no tag and no date by which to ask',
  'no-store': 'the request says no-store',
  stale: 'what is stored is stale',
  'no-cache': 'no-cache: ask each time',
  'asked-to': 'you asked for it',
  invalidated: 'something has been changed at this address',
  'too-old': 'it is older than the request allows',
};

const notKept: Record<(Keeping & { code: 'not-kept' })['why'], string> = {
  method: 'only answers to GET are kept',
  'no-store': 'no-store',
  private: 'private, and this cache is shared',
  authorization: 'it was for who is logged in, and this cache is shared',
  partial: 'it is only a part',
  status: 'no cache keeps this status',
  'nothing-to-go-by': 'it says neither how long nor by what to ask again',
  'vary-all': 'Vary: *',
};
const cookieRefusals: Record<(CookieFact & { code: 'refused' })['why'], string> = {
  'no-name': 'it has no name',
  'too-large': 'it is too large',
  'control-octet': 'it holds a control character',
  'other-domain': 'its Domain is not of this host',
  'public-suffix': 'its Domain is a public suffix',
  'secure-over-http': 'Secure, and it came by http',
  'none-without-secure': 'SameSite=None without Secure',
  'cross-site': 'another site’s page may not set it',
  'host-prefix': '__Host- promises more than it keeps',
  'secure-prefix': '__Secure- promises more than it keeps',
  'leave-secure-alone': 'a Secure cookie of that name is not overwritten over http',
  'jar-full': 'the jar is full',
};
const stays: Record<StaysBecause, string> = {
  expired: 'it has expired',
  'other-host': 'it is for another host',
  'other-domain': 'it is for another domain',
  'other-path': 'it is for another path',
  'not-secure': 'it is Secure, and this goes by http',
  'same-site-strict': 'SameSite=Strict, and another site’s page asks',
  'same-site-lax': 'SameSite=Lax, and another site’s page loads it',
};

const faultName = (fault: NamableFault) => (fault === 'none' ? 'nothing is wrong with it' : httpFault[fault]);

function why(fact: Why): string {
  switch (fact.code) {
    case 'no-deed':
      return noDeeds[fact.reason];
    case 'waits':
      return fact.for === 'head'
        ? `The server has ${bytes(fact.octets)} and waits: an empty line ends the head, and there is none yet.`
        : `The head is there; the server waits for the rest of the content.`;
    case 'refused':
      return `At byte ${fact.fault.from}: ${httpFault[fact.fault.code]} (RFC ${fact.fault.rfc}). The server answers ${fact.status} and closes.`;
    case 'answered':
      return `${fact.method} ${fact.target} is answered ${fact.status}, after ${duration(fact.delay)}.`;
    case 'answered-several':
      return `${fact.count} requests stood in these bytes, one behind the other, and each got its answer.`;
    case 'from-cache':
      return fact.stale
        ? `Answered from the cache although stale: the request allowed it. Nobody was asked.`
        : `Answered from the cache: ${fact.age} s old, fresh for ${fact.lifetime} s by ${lifetimes[fact.by]}. Nobody was asked.`;
    case 'validated':
      return fact.status === 304
        ? `The cache asked (${reasons[fact.because]}), and 304 says: what you have is still right. No content came along.`
        : `The cache asked (${reasons[fact.because]}), and got a new answer: ${fact.status}.`;
    case 'not-cached':
      return 'only-if-cached, and there is nothing in the cache: 504, and nobody was asked.';
    case 'sent-on':
      return `${fact.status}: go on to ${fact.to}, with ${fact.method}${fact.methodChanged ? ', no longer with the method before' : ''}.`;
    case 'redirected':
      return `Sent on ${times(fact.times)}, the browser arrived: ${fact.status}.`;
    case 'too-many-redirects':
      return `Sent on ${times(fact.times)} and still not there: the browser gives up.`;
    case 'asks-for-credentials':
      return `401: who are you? The server takes ${fact.scheme}.`;
    case 'time':
      return `${duration(fact.ms)} go by.`;
    case 'switched':
      return switched[fact.what][fact.on ? 'on' : 'off'];
    case 'cleared':
      return fact.what === 'session'
        ? `The browser was closed and opened again: ${fact.count} that were for the session alone are gone.`
        : `${fact.what === 'cache' ? 'The cache' : 'The cookie jar'} is empty; ${fact.count} went.`;
    case 'knows-credentials':
      return fact.scheme === null
        ? 'The browser forgets who you are.'
        : `From now on the browser sends Authorization (${fact.scheme === 'basic' ? 'Basic' : 'Bearer'}) along.`;
    case 'named':
      return fact.right
        ? `Right: ${faultName(fact.fault)}${fact.at ? `, at byte ${fact.at.from} (RFC ${fact.at.rfc})` : ''}.`
        : `Message ${fact.specimen + 1}: that is not what the reader finds. Go through it byte by byte.`;
    case 'decoded':
      return fact.right
        ? 'Right: that is the content.'
        : `Not yet: it is right up to character ${fact.firstWrong} and differs there.`;
    case 'changed':
      return `Somebody else changed ${fact.path} (${fact.status}). Nobody told your cache.`;
    case 'front-refused':
      return fact.fault
        ? `The front end refuses (${fact.status}): at byte ${fact.fault.from}, ${httpFault[fact.fault.code]}.`
        : `The front end lets nobody ask for that: ${fact.status}.`;
    case 'relayed':
      return relayed(fact);
    default:
      return assertNever(fact);
  }
}

const switched = {
  cache: { on: 'The browser keeps answers again.', off: 'The browser keeps nothing and uses nothing it kept.' },
  cookies: { on: 'The browser takes cookies again.', off: 'The browser takes no cookies and sends none.' },
  follows: { on: 'The browser goes by itself where it is sent.', off: 'The browser stops at a redirect and shows it.' },
};

function relayed({ front, back, leftOver, smuggled, misled, sender }: Why & { code: 'relayed' }): string {
  const counts = `The front end saw ${front === 1 ? '1 request' : `${front} requests`}, the server ${back === 1 ? '1' : back}`;
  if (misled) return `${counts}. Another person got the answer to a request that began with somebody else’s bytes.`;
  if (smuggled) return `${counts}: a request passed that the front end never saw as one.`;
  if (leftOver > 0)
    return `${counts}, and ${bytes(leftOver)} are left in front of whoever comes next${sender === 'victim' ? '' : ' on that connection'}.`;
  return `${counts}. Both read the same.`;
}

function event(fact: HttpEvent): string {
  switch (fact.kind) {
    case 'request-sent':
      return `Exchange ${fact.exchange + 1}: ${fact.method} ${fact.target} goes out, ${bytes(fact.octets)}.`;
    case 'response-arrived':
      return `Exchange ${fact.exchange + 1}: ${fact.status} arrives, ${bytes(fact.octets)}.`;
    case 'cache-asked':
      return cacheAsked(fact);
    case 'cache-told':
      return cacheTold(fact.keeping);
    case 'cookie-received':
      return cookieFact(fact.fact);
    case 'cookie-stayed':
      return `The cookie ${fact.name} stays at home: ${stays[fact.why]}.`;
    case 'fault-found':
      return `At byte ${fact.fault.from}: ${httpFault[fact.fault.code]}.`;
    case 'front-forwarded':
      return `The front end forwards ${fact.method} ${fact.target}, ${bytes(fact.octets)}.`;
    case 'back-answered':
      return `The server answers ${fact.method} ${fact.target} with ${fact.status}${fact.to === 'victim' ? '; the other person gets it' : fact.to === null ? '; nobody waits for it' : ''}.`;
    case 'time-passed':
      return `${duration(fact.to - fact.from)} go by.`;
    case 'why':
      return why(fact.why);
    default:
      return assertNever(fact);
  }
}

function cacheAsked({ decision, why: reason }: HttpEvent & { kind: 'cache-asked' }): string {
  if (decision === 'use') return 'The cache has it, and it is fresh.';
  if (decision === 'nothing') return 'The cache has nothing that may be used.';
  const because = reason === null ? '' : `: ${reasons[reason]}`;
  return decision === 'validate'
    ? `The cache has it and asks the server whether it is still right${because}.`
    : `The request goes to the server${because}.`;
}

function cacheTold(keeping: Keeping): string {
  switch (keeping.code) {
    case 'kept':
      return 'The cache keeps the answer.';
    case 'freshened':
      return 'What is stored counts as new again.';
    case 'invalidated':
      return 'What is stored for this address is no longer used without asking.';
    case 'not-kept':
      return `The cache does not keep it: ${notKept[keeping.why]}.`;
    default:
      return assertNever(keeping);
  }
}

function cookieFact(fact: CookieFact): string {
  if (fact.code === 'refused') return `The cookie ${fact.name} is refused: ${cookieRefusals[fact.why]}.`;
  const { name, value } = fact.cookie;
  if (fact.code === 'deleted') return `The cookie ${name} is deleted.`;
  return fact.code === 'kept' ? `A cookie is kept: ${name}=${value}.` : `The cookie ${name} is now ${value}.`;
}

/** “GET /etag, answered 304, with If-None-Match”. */
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
  const asked = [method ?? 'a request', target ?? path].filter(Boolean).join(' ');
  const fields = (list: ExchangeMatch['request'], of: string) =>
    (list ?? []).map(({ name, value, includes, absent }) =>
      absent
        ? `no ${name}${of}`
        : value
          ? `${name}: ${value}${of}`
          : includes
            ? `${name} with “${includes}”${of}`
            : `${name}${of}`,
    );
  const more = [
    ...(version ? [`in ${version}`] : []),
    ...(framing ? [framings[framing]] : []),
    ...fields(request, ''),
    ...(body ? [`content with “${body}”`] : []),
    ...(fault ? [`refused because of ${httpFault[fault]}`] : []),
    ...(status === undefined ? [] : [`answered ${status}`]),
    ...fields(answer, ' in the answer'),
    ...(answerBody ? [`“${answerBody}” in the answer’s content`] : []),
  ];
  return more.length > 0 ? `${asked} (${more.join(', ')})` : asked;
}

const framings = { none: 'without content', length: 'with a length', chunked: 'in chunks' };

function goal(wanted: HttpGoal): string {
  switch (wanted.kind) {
    case 'log-has':
      return `The server’s log holds ${exchange(wanted.match)}${wanted.times > 1 ? `, ${times(wanted.times)}` : ''}`;
    case 'log-in-order':
      return `The server’s log holds, in this order: ${wanted.matches.map(exchange).join('; ')}`;
    case 'log-has-at-most':
      return wanted.times === 0
        ? `The server’s log holds no ${exchange(wanted.match)}`
        : `The server’s log holds ${exchange(wanted.match)} at most ${times(wanted.times)}`;
    case 'response-status':
      return `The last answer is ${wanted.status}`;
    case 'sent-request':
      return `Your last request by hand: ${exchange(wanted.match)}`;
    case 'cache-used':
      return `${wanted.path} comes from the cache, ${wanted.how === 'fresh' ? 'without asking' : 'after asking (304)'}${wanted.times > 1 ? `, ${times(wanted.times)}` : ''}`;
    case 'cache-holds':
      return {
        fresh: `The cache holds ${wanted.path}, fresh`,
        stale: `The cache holds ${wanted.path}, stale`,
        nothing: `The cache holds nothing for ${wanted.path}`,
      }[wanted.state];
    case 'cookie':
      return wanted.state === 'gone'
        ? `The cookie ${wanted.name} is gone again`
        : `The browser has the cookie ${wanted.name}${wanted.value === undefined ? '' : `=${wanted.value}`}`;
    case 'arrived':
      return `The browser arrives at ${wanted.path} with ${wanted.status}${wanted.after > 0 ? `, sent on ${times(wanted.after)}` : ''}`;
    case 'fault-named':
      return `Message ${wanted.specimen + 1}: ${wanted.all ? 'everything that is wrong' : 'what is wrong'} is named`;
    case 'decoded':
      return `Message ${wanted.specimen + 1}: its content is taken out`;
    case 'smuggled':
      return `A request${wanted.path ? ` for ${wanted.path}` : ''} reaches the server that the front end never saw`;
    case 'victim-misled':
      return 'Another person gets an answer to something they did not ask';
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<HttpDeadEnd, string> = {
  'happened-too-often': 'That has happened too often by now. Go back, or begin again.',
  'server-is-done': 'The server has answered all it answers. Go back, or begin again.',
  'no-more-namings': 'No further naming is allowed here. Go back, or begin again.',
};

/** What happens in the HTTP lab, in sentences. */
export const http = { why, event, goal, deadEnds, faultName, lifetimes };
