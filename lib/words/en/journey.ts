import { assertNever } from '@/lib/assert-never';
import type { Memory } from '@/lib/labs/journey/action';
import type { Cause } from '@/lib/labs/journey/cause';
import type { JourneyEvent, NoDeed, Why } from '@/lib/labs/journey/event';
import type { JourneyGoal } from '@/lib/labs/journey/goal';
import type { JourneyDeadEnd } from '@/lib/labs/journey/goals';
import type { Milestone } from '@/lib/labs/journey/milestone';
import type { Failure } from '@/lib/labs/journey/visit';

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
const bytes = (number: number) => count(number, 'byte', 'bytes');

/** `1.2 s`, `45 ms`. */
const time = (ms: number) =>
  ms >= 1_000 ? `${(Math.round(ms / 10) / 100).toLocaleString('en')} s` : `${Math.round(ms).toLocaleString('en')} ms`;

const causes: Record<Cause, string> = {
  'bad-address': 'the address cannot be read',
  'name-missing': 'there is no such name',
  'name-servers': 'no name server answers for the name',
  refused: 'the server refuses the connection',
  silent: 'the server does not answer at all',
  certificate: 'the certificate is not accepted',
  tls: 'the two sides cannot agree on TLS',
  'redirect-loop': 'one redirection leads to the next without end',
  names: 'finding the address of the name',
  distance: 'the distance: every round trip takes long',
  loss: 'packets are lost and sent again',
  server: 'the server thinks for a long time',
  bandwidth: 'the line is narrow',
  redirects: 'redirections before the page',
  handshakes: 'new connections where one could be kept',
  script: 'scripts that run for a long time',
};

const memories: Record<Memory, string> = {
  names: 'names',
  pages: 'pages and cookies',
  hsts: 'which hosts want https',
  sessions: 'TLS tickets',
  connections: 'open connections',
  everything: 'everything',
};

const reasons: Record<NoDeed, string> = {
  'nothing-under-way': 'Nothing is under way: type an address.',
  'no-journey': 'There has been no journey yet.',
  'not-over': 'The journey is still under way.',
  'too-many-journeys': 'That is enough for one run.',
};

/** Why a certificate is not accepted, as far as this lab stages it. */
const certificateFaults: Record<string, string> = {
  expired: 'it has expired',
  'not-yet-valid': 'it is not valid yet',
  'name-mismatch': 'it is for another name',
  'untrusted-root': 'nobody trusts the authority that signed it',
  'issuer-missing': 'the authority that signed it is unknown',
  'self-signed': 'it is signed by itself',
  revoked: 'it has been revoked',
};

function failure(fault: Failure): string {
  switch (fault.kind) {
    case 'bad-address':
      return `The address cannot be read (${fault.why}).`;
    case 'scheme-not-fetched':
      return `“${fault.scheme}:” is nothing that is fetched over HTTP.`;
    case 'name-not-found':
      return 'The name server says that there is no such name (NXDOMAIN).';
    case 'name-server-failed':
      return 'The resolver found no name server that answers for this name (SERVFAIL).';
    case 'refused':
      return 'The host answers the SYN with RST: nobody listens there.';
    case 'reset':
      return 'The connection was reset.';
    case 'gave-up':
      return 'SYN after SYN, and no answer: the browser gives up.';
    case 'certificate':
      return `The browser refuses the certificate: ${certificateFaults[fault.why] ?? fault.why}. It says so in an alert, ${fault.alert}, and shows no page.`;
    case 'tls':
      return `The handshake fails with the alert ${fault.alert}.`;
    case 'too-many-redirects':
      return 'After twenty redirections the browser stops following.';
    default:
      return assertNever(fault);
  }
}

/** One line of what happened. `nameOf` names a request. */
function milestone(fact: Milestone, nameOf: (request: number) => string): string {
  switch (fact.kind) {
    case 'address-read':
      return fact.remarks > 0
        ? `The address is read as ${fact.url}; something in it had to be overlooked.`
        : `The address is read: ${fact.url}`;
    case 'upgraded':
      return `${fact.host} is only ever asked over https: the browser changes the address itself, before anything is sent.`;
    case 'from-cache':
      return `${nameOf(fact.request)} comes from the cache, fresh: no packet for it.`;
    case 'name-known':
      return `${fact.host} is known: ${fact.address}.`;
    case 'name-found':
      return `${fact.host} is ${fact.address}: ${count(fact.messages, 'DNS message', 'DNS messages')} in ${time(fact.took)}.`;
    case 'connected':
      return `Connection ${fact.connection} to ${fact.host} is open: one round trip, ${time(fact.took)}.`;
    case 'secured':
      return fact.resumed
        ? `Connection ${fact.connection} takes up an earlier session of TLS ${fact.version}: no certificate this time, ${time(fact.took)}.`
        : `Connection ${fact.connection} has keys: TLS ${fact.version}, ${fact.version === '1.2' ? 'two round trips' : 'one round trip'}, ${time(fact.took)}.`;
    case 'redirected':
      return `${nameOf(fact.request)} answers ${fact.status}: go to ${fact.to}`;
    case 'unchanged':
      return `${nameOf(fact.request)} has not changed (304): what is in the cache is used.`;
    case 'answered':
      return `${nameOf(fact.request)} is here: ${fact.status}, ${bytes(fact.bytes)}, after ${time(fact.took)}.`;
    case 'failed':
      return fact.request === null ? failure(fact.failure) : `${nameOf(fact.request)}: ${failure(fact.failure)}`;
    case 'first-paint':
      return `Something can be seen, ${time(fact.took)} after Enter.`;
    case 'content-loaded':
      return `The page is parsed and its scripts have run (DOMContentLoaded), ${time(fact.took)} after Enter.`;
    case 'load':
      return `Everything is here (load), ${time(fact.took)} after Enter.`;
    default:
      return assertNever(fact);
  }
}

function why(fact: Why, nameOf: (request: number) => string): string {
  switch (fact.code) {
    case 'no-deed':
      return reasons[fact.reason];
    case 'set-out':
      return `Enter. The browser begins to read “${fact.typed}”.`;
    case 'happened':
      return milestone(fact.milestone, nameOf);
    case 'waited':
      return fact.closed > 0
        ? `${time(fact.ms)} pass. ${count(fact.closed, 'idle connection was', 'idle connections were')} closed by the server.`
        : `${time(fact.ms)} pass.`;
    case 'forgot':
      return `The browser forgets: ${memories[fact.what]}.`;
    case 'turned':
      return `From the next journey on: ${fact.network.distance} ms to the servers, ${fact.network.bandwidth.toLocaleString('en')} kbit/s, ${Math.round(fact.network.loss * 100)} % lost.`;
    case 'diagnosed':
      return fact.right
        ? `Yes: ${causes[fact.cause]}.`
        : `Not that: ${causes[fact.cause]} is not what decides here. Look at the longest chain.`;
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
      return wanted.host ? `The page of ${wanted.host} is there` : 'The page is there';
    case 'loaded-times':
      return `The page${wanted.host ? ` of ${wanted.host}` : ''} has come ${count(wanted.count, 'time', 'times')}`;
    case 'within':
      return `The page is there within ${time(wanted.ms)}`;
    case 'name-from-cache':
      return 'The page came without asking for a name';
    case 'from-cache':
      return `${count(wanted.count, 'answer', 'answers')} came fresh from the cache`;
    case 'unchanged':
      return `${count(wanted.count, 'answer was', 'answers were')} confirmed with 304`;
    case 'upgraded':
      return 'The browser changed http to https by itself';
    case 'resumed':
      return 'A TLS session was taken up again';
    case 'connections-at-most':
      return `The page came over at most ${count(wanted.count, 'new connection', 'new connections')}`;
    case 'failed':
      return `The journey failed: ${causes[wanted.cause]}`;
    case 'diagnosed':
      return wanted.host ? `You have named what is wrong with ${wanted.host}` : 'You have named what is wrong';
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<JourneyDeadEnd, string> = {
  'no-more-journeys': 'No more journeys can be made in this run.',
};

/** What happens in the journey lab, said in sentences. */
export const journey = { time, bytes, causes, memories, failure, milestone, why, event, goal, deadEnds };
