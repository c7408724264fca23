import { assertNever } from '@/lib/assert-never';
import type { Ingredient, ListenerMeans, StoryStep } from '@/lib/labs/tls/action';
import type { Note, Said, Swappable, Verified } from '@/lib/labs/tls/endpoint';
import type { NoDeed, TlsEvent, Why } from '@/lib/labs/tls/event';
import type { TlsGoal } from '@/lib/labs/tls/goal';
import type { TlsDeadEnd } from '@/lib/labs/tls/goals';
import type { Side } from '@/lib/labs/tls/side';
import type { Tampering } from '@/lib/labs/tls/state';
import { tlsAlert } from './tls-alert';

const The: Record<Side, string> = { client: 'The client', server: 'The server' };
const other: Record<Side, Side> = { client: 'server', server: 'client' };
const bytes = (count: number) => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`);
const records = (count: number) => (count === 1 ? '1 record' : `${count.toLocaleString('en')} records`);
const seconds = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toLocaleString('en')} s`);

/** Messages under the names of the RFCs. */
const messages: Record<Said['kind'], string> = {
  hello_request: 'HelloRequest',
  client_hello: 'ClientHello',
  server_hello: 'ServerHello',
  hello_retry_request: 'HelloRetryRequest',
  encrypted_extensions: 'EncryptedExtensions',
  certificate: 'Certificate',
  certificate_request: 'CertificateRequest',
  server_key_exchange: 'ServerKeyExchange',
  server_hello_done: 'ServerHelloDone',
  client_key_exchange: 'ClientKeyExchange',
  certificate_verify: 'CertificateVerify',
  finished: 'Finished',
  new_session_ticket: 'NewSessionTicket',
  key_update: 'KeyUpdate',
  change_cipher_spec: 'ChangeCipherSpec',
  alert: 'Alert',
  application_data: 'application data',
};

/** What a message is for. */
const purposes: Record<Said['kind'], string> = {
  hello_request: 'It asks the client to begin a handshake.',
  client_hello: 'It offers versions, cipher suites and a random number, all in the clear.',
  server_hello: 'It chooses one of each, and adds a random number of the server’s own.',
  hello_retry_request: 'It asks for the same hello once more, with a key share of another group.',
  encrypted_extensions: 'What else the server has to answer, for the first time under keys.',
  certificate:
    'It binds the server’s public key to its name by a signature of an authority. Anyone may copy it: it is no secret and no key.',
  certificate_request: 'It asks the client for a certificate.',
  server_key_exchange: 'The server’s half of a Diffie–Hellman exchange, signed with the key in its certificate.',
  server_hello_done: 'The server has said all it has to say for now.',
  client_key_exchange: 'What the other side needs to come to the premaster secret.',
  certificate_verify:
    'A signature over the handshake so far: proof of the private key that belongs to the certificate.',
  finished: 'A check value over every message so far, made with the new keys: proof that both saw the same handshake.',
  new_session_ticket:
    'For coming back later: with this ticket a next handshake can be shorter. It changes nothing in this connection.',
  key_update: 'From its next record on this side uses the next key.',
  change_cipher_spec: 'From its next record on this side speaks under the new keys.',
  alert: 'It says what is wrong, or that nothing more will come.',
  application_data: 'What the two applications have to say to each other.',
};

const verified: Record<Verified, string> = {
  certificate: 'the certificate',
  signature: 'the signature',
  finished: 'Finished',
  binder: 'the binder',
  record: 'a record',
};

const values: Record<Swappable, string> = {
  client_random: 'client random',
  server_random: 'server random',
  premaster_secret: 'premaster secret',
};

const ingredients: Record<Ingredient, string> = {
  ...values,
  public_key: 'the server’s public key',
  session_id: 'session id',
  client_verify_data: 'the client’s Finished',
};

const means: Record<ListenerMeans, string> = {
  nothing: 'nothing but the recording',
  'key-log': 'the client’s key log',
  'rsa-key': 'the server’s RSA key',
};

const steps: Record<StoryStep, string> = {
  'client-asks': 'The client asks: ClientHello with its random number',
  'server-chooses': 'The server chooses: ServerHello with its random number',
  'certificate-shown': 'The server shows its certificate',
  'certificate-checked': 'The client checks the certificate',
  'secret-sent': 'The client sends what leads to the shared secret',
  'secret-opened': 'The server comes to the same secret',
  'keys-proved': 'Both prove by Finished that they hold the same keys',
  'data-protected': 'Data goes through, protected',
};

const reasons: Record<NoDeed, string> = {
  'nothing-under-way': 'Nothing is under way: nothing happens until someone does something.',
  'not-under-way': 'That record is not on the wire any more.',
  'no-such-record': 'There is no such record.',
  'no-such-byte': 'That would change nothing.',
  'nothing-to-pass': 'No other record of that side is under way that could pass it.',
  'not-a-client-hello': 'That record holds no ClientHello.',
  'not-a-certificate': 'That record holds no Certificate.',
  encrypted:
    'That record is encrypted: somebody in the network cannot see what is in it, let alone put something else there.',
  'suite-not-in-it': 'The hello does not offer that suite.',
  'no-session': 'The client holds no ticket, so there is nothing to take up.',
  'not-begun': 'There is no connection yet.',
  'not-connected': 'That side cannot send now: it is not connected, or it has said that it is done.',
  'too-late': 'The keys are made already.',
  'only-in-1.2': 'The three values make the key in TLS 1.2. In 1.3 the randoms reach it through the transcript.',
  'not-known-yet': 'Not all of these values are known yet.',
  'too-many': 'That is enough for one run.',
};

function tampering(what: Tampering): string {
  switch (what.how) {
    case 'flip':
      return `bit ${what.bit} of byte ${what.byte} is turned over`;
    case 'strip-suite':
      return `${what.suite} is taken out of the offer`;
    case 'lower-version':
      return `the offer ends at TLS ${what.to}`;
    case 'swap-certificate':
      return 'another certificate is put in its place';
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
        ? 'The client comes back and shows its ticket. The server can open it: inside is the secret of the earlier session.'
        : `The client begins. ${purposes.client_hello}`;
    case 'arrived':
      return arrived(fact);
    case 'sent':
      return `${The[fact.side]} sends ${messages[fact.said]}. ${purposes[fact.said]}`;
    case 'lost':
      return `The ${fact.from}’s record is taken off the wire. The next one will have a number that nobody expects.`;
    case 'replayed':
      return `The same record is sent once more. Byte for byte it is genuine; only its number has been used.`;
    case 'held':
      return `The next record of the ${fact.from} passes this one. Their numbers are not sent along, so both sides have to count.`;
    case 'tampered':
      return `On the way ${tampering(fact.tampering)}. Nobody has noticed yet.`;
    case 'swapped':
      return `From now on ${fact.side === 'client' ? 'the client' : 'the server'} goes on with another ${values[fact.value]}. The other side does not know.`;
    case 'listens':
      return fact.closed === 0
        ? `With ${means[fact.means]} the listener opens ${records(fact.opened)}; none stays closed.`
        : `With ${means[fact.means]} the listener opens ${records(fact.opened)}, and ${records(fact.closed)} ${fact.closed === 1 ? 'stays' : 'stay'} closed.`;
    case 'derived':
      return derived(fact);
    case 'ordered':
      return fact.right
        ? 'That is how it happened, step by step.'
        : `Step ${fact.firstWrong + 1} is not what happened then. Look at the list of messages: what came before it?`;
    default:
      return assertNever(fact);
  }
}

/** As a sentence begins. */
const atBeginning = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function derived({ right, bound, secret, first, second }: Extract<Why, { code: 'derived' }>): string {
  const made = `PRF(${ingredients[secret]}, “master secret”, ${ingredients[first]} + ${ingredients[second]})`;
  if (right) return `${made} gives the master secret, byte for byte what both sides hold.`;
  if (bound)
    return `${made} is not it: here the master secret is bound to the whole handshake (extended master secret), not to two random numbers.`;
  return `${made} gives other bytes than the two sides hold.`;
}

function arrived({ side, said, note }: Extract<Why, { code: 'arrived' }>): string {
  const name = said ? atBeginning(messages[said]) : 'A piece of a message';
  if (!note || note.code === 'read') return `${name} reaches the ${side}.${said ? ` ${purposes[said]}` : ''}`;
  return `${name} reaches the ${side}. ${noted(side, note)}`;
}

/** What a side noticed or did, as a sentence. */
function noted(side: Side, note: Note): string {
  switch (note.code) {
    case 'sent':
      return `${The[side]} sends ${messages[note.said]}.`;
    case 'read':
      return `${The[side]} reads ${messages[note.said]}.`;
    case 'version-chosen':
      return `${The[side]} goes on with TLS ${note.version}.`;
    case 'suite-chosen':
      return `The cipher suite is ${note.suite}.`;
    case 'group-chosen':
      return `The keys are exchanged on ${note.group}.`;
    case 'retry-asked':
      return `No key share fits, so the server asks for one on ${note.group}: a round trip more.`;
    case 'derived':
      return `${The[side]} derives ${note.names.join(', ')}.`;
    case 'verified':
      return `${The[side]} has checked ${verified[note.what]}: it is right.`;
    case 'refused':
      return `${The[side]} does not accept ${verified[note.what]}.`;
    case 'keys-changed':
      return note.direction === 'write'
        ? `${The[side]} now writes under ${note.epoch} keys.`
        : `${The[side]} now reads under ${note.epoch} keys.`;
    case 'ticket-given':
      return `${The[side]} gives a ticket for coming back. It changes nothing in this connection.`;
    case 'ticket-kept':
      return `${The[side]} keeps the ticket for its next visit.`;
    case 'ticket-refused':
      return `${The[side]} cannot use the ticket, so there will be a whole handshake.`;
    case 'resumed':
      return `${The[side]} takes up the earlier session: no certificate, no signature this time.`;
    case 'connected':
      return `${The[side]} is connected: Finished fits, so both hold the same keys.`;
    case 'received':
      return `${The[side]}’s application reads ${bytes(note.bytes.length)}.`;
    case 'alert-sent':
      return `${The[side]} answers ${note.alert}: ${tlsAlert[note.why]}.`;
    case 'alert-received':
      return `${The[side]} is told ${note.alert}. The connection is over.`;
    case 'closed':
      return `The ${other[side]} has said that nothing more will come, so nobody can have cut it short unseen.`;
    case 'ignored':
      return ignored(side, note.why);
    default:
      return assertNever(note);
  }
}

function ignored(side: Side, because: Extract<Note, { code: 'ignored' }>['why']): string {
  switch (because) {
    case 'not-connected':
      return `${The[side]} is not connected.`;
    case 'over':
      return `For ${side === 'client' ? 'the client' : 'the server'} the connection is over; whatever still comes is not looked at.`;
    case 'sham-change-cipher-spec':
      return `In TLS 1.3 ChangeCipherSpec means nothing: it is there so that old boxes on the way take it for TLS 1.2.`;
    case 'ticket-without-life':
      return `The ticket lives for no time, so it is thrown away.`;
    default:
      return assertNever(because);
  }
}

/** One line of the transcript. `nameOf` names a record. */
function event(fact: TlsEvent, nameOf: (record: number) => string): string {
  switch (fact.kind) {
    case 'record-sent':
      return `${The[fact.side]} sends ${nameOf(fact.record)}.`;
    case 'record-arrived':
      return `At the ${fact.side} arrives ${nameOf(fact.record)}.`;
    case 'record-lost':
      return `${atBeginning(nameOf(fact.record))} is taken off the wire.`;
    case 'record-copied':
      return `${atBeginning(nameOf(fact.record))} is sent once more.`;
    case 'record-changed':
      return `In ${nameOf(fact.record)} ${tampering(fact.tampering)}.`;
    case 'noted':
      return noted(fact.side, fact.note);
    case 'time-passed':
      return `Time: ${seconds(fact.to)}.`;
    case 'why':
      return why(fact.why);
    default:
      return assertNever(fact);
  }
}

function goal(wanted: TlsGoal): string {
  switch (wanted.kind) {
    case 'connected':
      return 'Client and server are connected';
    case 'version':
      return `They are connected by TLS ${wanted.version}`;
    case 'suite':
      return `They are connected with ${wanted.suite}`;
    case 'group':
      return `The keys were exchanged on ${wanted.group}`;
    case 'retried':
      return 'They are connected after a HelloRetryRequest';
    case 'resumed':
      return 'They are connected by taking up an earlier session';
    case 'alert':
      return `The ${wanted.from} has sent the alert ${wanted.alert}`;
    case 'finished-failed':
      return 'One side could not agree with the other’s Finished';
    case 'received':
      return `The ${wanted.side}’s application has read “${wanted.text}”`;
    case 'decrypted':
      return `The listener has read what the ${wanted.from} sent`;
    case 'stays-secret':
      return `Data has gone through, and with ${means[wanted.means]} a listener reads none of it`;
    case 'derived-key':
      return 'The master secret was made of the right three values';
    case 'steps-in-order':
      return 'The eight steps stand in the order in which they happened';
    case 'closed-cleanly':
      return 'Both sides have said close_notify';
    default:
      return assertNever(wanted);
  }
}

const deadEnds: Record<TlsDeadEnd, string> = {
  'connection-failed': 'The connection has failed, and the goal was not reached in it.',
  'other-version': 'Another version was chosen than the goal asks for.',
  'other-suite': 'Another cipher suite was chosen than the goal asks for.',
  'other-group': 'Another group was chosen than the goal asks for.',
  'other-text': 'Other text has arrived than the goal asks for.',
};

/** What happens in the TLS lab, said in sentences. */
export const tls = {
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
