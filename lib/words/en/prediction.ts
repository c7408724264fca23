import type { CheckName } from '@/lib/labs/certificate/check';
import type { Ask } from '@/lib/labs/predict';
import type { Side } from '@/lib/labs/tcp/setup';

const sides: Record<Side, string> = { client: 'Client', server: 'Server' };
const isSide = (name: string): name is Side => name === 'client' || name === 'server';

const segmentFields: Record<string, string> = {
  from: 'Sent by',
  flags: 'Flags',
  seq: 'Sequence number',
  ack: 'Acknowledgment number',
  len: 'Sequence numbers it takes',
  wnd: 'Window',
};

const otherFields: Record<string, string> = {
  message: 'What it holds',
  protection: 'On the wire',
  alert: 'Which alert',
  check: 'Next check',
  outcome: 'What it says',
  verdict: 'The certificate is',
  failing: 'First check that fails',
  browser: 'The browser’s error',
  to: 'Goes to',
  gist: 'What it is',
  transport: 'Carried by',
  rcode: 'How it went (RCODE)',
  sent: 'Questions the resolver sends for it',
  ttl: 'TTL in the answer (s)',
  status: 'Status',
  source: 'The answer comes from',
  requests: 'Requests that reach the server',
};

const checks: Record<CheckName, string> = {
  format: 'Format',
  chain: 'Chain',
  trust: 'Trusted root',
  signature: 'Signatures',
  dates: 'Dates',
  name: 'Name',
  ca: 'Authorities',
  'key-usage': 'Key usage',
  purpose: 'Purpose',
  'path-length': 'Path length',
  'name-constraints': 'Name constraints',
  critical: 'Critical extensions',
  strength: 'Strength',
  revocation: 'Revocation',
};

const values: Record<string, string> = {
  query: 'a question',
  answer: 'the answer',
  alias: 'an alias',
  referral: 'a referral',
  'no-data': '“no such record”',
  'no-name': '“no such name”',
  truncated: 'cut short (TC)',
  'server-failure': 'a failure',
  unreadable: 'not readable',
  'from-server': 'the server',
  'from-cache': 'the browser’s cache',
  'from-front': 'the front end',
  stub: 'the computer',
  resolver: 'the resolver',
  udp: 'UDP',
  tcp: 'TCP',
  ...sides,
  ...checks,
  clear: 'in the clear',
  protected: 'encrypted',
  passed: 'passed',
  failed: 'fails',
  unknown: 'cannot be said',
  'not-asked': 'does not apply',
  accepted: 'accepted',
  refused: 'refused',
};

const how: Record<Ask, string> = {
  'next-segment': 'Say what the next segment says, before it is sent',
  'next-record': 'Say what the next record holds, before it is sent',
  'next-check': 'Say what the next check says, before it is run',
  'next-message': 'Say which message comes next, before it is sent',
  'next-answer': 'Say what the computer will be told, before it is',
  'next-response': 'Say what the answer will be and who gives it, before it comes',
  verdict: 'Say what a browser makes of it, before it says so',
  state: 'Say how both ends stand after the next step',
};
const isAsk = (code: string): code is Ask => code in how;

export const prediction = {
  how: (ask: string) => (isAsk(ask) ? how[ask] : ''),
  soFar: 'What has happened so far',
  nothingSent: 'Nothing has been sent yet.',
  noAnswer: 'no answer',
  inTheCache: 'In the cache',
  cookies: 'Cookies',
  exchangesSoFar: 'Requests so far',
  askedNext: 'What is asked next',
  sides,
  sentBy: (side: Side) => `, from the ${sides[side].toLowerCase()}`,
  bytes: (count: number) => (count === 1 ? '1 byte' : `${count} bytes`),
  fates: { arrived: '', 'in-flight': 'on its way', lost: 'lost' },
  /** A field by its code: `seq`, `client`, `client.SND.NXT`. */
  field(code: string): string {
    const [side = '', ...variable] = code.split('.');
    if (!isSide(side)) return segmentFields[code] ?? otherFields[code] ?? code;
    return variable.length > 0 ? `${sides[side]}: ${variable.join('.')}` : `${sides[side]}: state`;
  },
  /** What can be chosen. Flags, states, messages, alerts and a browser’s errors are said by their own names. */
  value: (name: string) => values[name] ?? name,
  choose: 'Choose…',
  piece: 'piece of a message',
  changed: 'changed on the way',
  address: 'Address',
  clock: 'Clock',
  trusts: 'Trusted roots',
  nobody: 'none',
  shown: 'What the server shows',
  checked: 'Checks so far',
  comma: ', ',
  messagesSoFar: 'Messages so far',
  remembered: 'What the resolver remembers',
  secondsLeft: (count: number) => `${count} s left`,
  goes: (from: string, to: string) => `${from} → ${to}`,
  secondsIn: (count: number) => (count === 1 ? '1 second' : `${count} seconds`),
  signedBy: (issuer: string) => `signed by ${issuer}`,
  valid: (from: string, to: string) => `valid ${from} to ${to}`,
  forNames: (names: string) => `for ${names}`,
};
