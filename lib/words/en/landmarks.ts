import type { LabId } from '@/lib/labs/labs';
import { tcp } from './tcp';

type Landmarks = {
  readonly named: Readonly<Record<string, string>>;
  readonly more?: (code: string) => string | undefined;
};

const nothing = { 'nothing-yet': 'nothing has been done' };

/** `failed-unknown_ca` → `unknown ca` */
const after = (code: string, beginning: string) =>
  code.startsWith(beginning) ? code.slice(beginning.length).replaceAll('_', ' ') : undefined;

/** How far somebody is in a lab, said to who teaches: "…: the connection is open". A process names its own. */
export const landmarks: Readonly<Record<LabId, Landmarks>> = {
  tcp: { named: tcp.landmarks },
  tls: {
    named: {
      ...nothing,
      'client_hello-sent': 'the ClientHello is sent',
      connected: 'the handshake is done',
      'connected-resumed': 'the session is resumed',
      data: 'data has arrived',
      closed: 'one side has closed',
    },
    more: (code) => {
      const message = after(code, 'after-');
      if (message) return `the ${message} has been read`;
      const alert = after(code, 'failed-');
      return alert && `failed with the alert “${alert}”`;
    },
  },
  certificate: {
    named: {
      ...nothing,
      start: 'nothing has been done',
      begun: 'something has been done',
      checked: 'a certificate is checked',
      'made-root': 'an own authority is made',
      requested: 'a certificate is requested',
      signed: 'a certificate is signed',
    },
    more: (code) => {
      const judged = after(code, 'judged-');
      return judged && `${judged} judged`;
    },
  },
  dns: {
    named: {
      ...nothing,
      asked: 'a name was asked for',
      'at-the-root': 'the root is asked',
      referred: 'a zone has referred on',
      'alias-followed': 'an alias is followed',
      answered: 'there is an answer',
      'answered-from-cache': 'the answer came from the cache',
      failed: 'no answer could be had',
      poisoned: 'the cache holds a lie',
    },
  },
  http: {
    named: {
      ...nothing,
      waits: 'a message is not finished',
      'from-cache': 'answered from the cache',
      validated: 'the cache has asked whether it is still good',
      'victim-misled': 'another visitor got the wrong answer',
      smuggled: 'a request was smuggled',
      'on-paper': 'rightly read on paper',
      'on-paper-wrongly': 'read wrongly on paper',
    },
    more: (code) => {
      const [answered, refused, sent] = [after(code, 'answered-'), after(code, 'refused-'), after(code, 'sent-on-')];
      if (answered) return `answered with ${answered}`;
      if (refused) return `refused with ${refused}`;
      return sent && `sent on with ${sent}`;
    },
  },
  journey: {
    named: {
      ...nothing,
      'under-way': 'the journey is under way',
      loaded: 'the page is loaded',
      'loaded-again': 'the page is loaded a second time',
      diagnosed: 'the cause is found',
    },
    more: (code) => {
      const cause = after(code, 'failed-');
      return cause && `failed: ${cause}`;
    },
  },
  process: { named: {} },
};
