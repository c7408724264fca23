import { nextBelow } from '../random';
import { entryAt } from './cache';
import { dataText } from './data-text';
import { decodeMessage } from './decode-message';
import { encodeMessage } from './encode-message';
import { emptyMessage, type Message, type Question } from './message';
import { type Moment, note } from './moment';
import { isSameName } from './name';
import { send, settle } from './network';
import { rcodeName } from './record-type';
import { type Asked, dnsPort, hosts, type Packet } from './state';
import { truthOf } from './truth';

/** How long the computer waits for an answer, in milliseconds, and how often it asks. */
const patience = { wait: 5_000, tries: 2 } as const;

type Query = { question: Question; server: string; recursion: boolean; transport: 'udp' | 'tcp' };

/** The learner's computer asks: normally its resolver, to go and find out (RD). */
export function stubAsks(moment: Moment, query: Query, tries = 1): void {
  const { state } = moment;
  const id = nextBelow(state.chance.stub, 65_536);
  const port = nextBelow(id.state, 16_384);
  state.chance.stub = port.state;
  const { question, server, recursion, transport } = query;
  const own = { id: id.value, port: 49_152 + port.value };
  const message = { ...emptyMessage, id: own.id, rd: recursion, questions: [question] };
  const packet = send(moment, {
    from: { address: hosts.stub, port: own.port },
    to: { address: server, port: dnsPort },
    transport,
    bytes: encodeMessage(message),
  });
  const entry: Asked = {
    ...{ ...own, question, recursion, server, transport, packet, tries },
    ...{ askedAt: state.now, deadline: state.now + patience.wait, answer: null, answeredAt: null },
    ...{ resolverSent: 0, truth: null, isFalse: false },
  };
  state.asked.push(entry);
  if (tries === 1) note(moment, { code: 'stub-asked', name: question.name, type: question.type, server, transport });
  else note(moment, { code: 'asked-again', server, transport });
}

/** A response to the computer: only one that fits an open question is read. */
export function stubReads(moment: Moment, packet: Packet, message: Message | null): void {
  const { state } = moment;
  const index = state.asked.findIndex(
    (one) =>
      one.answer === null &&
      one.id === message?.id &&
      one.port === packet.to.port &&
      one.server === packet.from.address &&
      one.transport === packet.transport,
  );
  const asked = state.asked[index];
  if (!asked || !message?.qr) {
    settle(state, packet.id, { fate: 'ignored' });
    note(moment, { code: 'ignored', packet: packet.id, why: message ? 'nothing-asked' : 'unreadable', count: 1 });
    return;
  }
  const { question, server, recursion } = asked;
  const resolved = state.history.findLast(
    ({ note: one }) =>
      one.code === 'resolved' && !one.isSide && isSameName(one.name, question.name) && one.type === question.type,
  );
  // Asked again over TCP, it is one question still.
  const earlier = asked.tries > 1 ? (state.asked[index - 1]?.resolverSent ?? 0) : 0;
  const isResolved = server === hosts.resolver && resolved?.note.code === 'resolved';
  const resolverSent = isResolved ? resolved.note.sent + earlier : 0;
  const isFalse =
    server === hosts.resolver &&
    message.answers.some(({ name, data }) => {
      const known = entryAt(state.cache, name, data.type, state.now);
      return known?.isFalse === true && known.data.some((one) => dataText(one) === dataText(data));
    });
  const truth = truthOf(state.internet, question.name, question.type);
  state.asked[index] = { ...asked, answer: message, answeredAt: state.now, resolverSent, truth, isFalse };
  if (message.tc && asked.transport === 'udp') {
    note(moment, { code: 'truncated', server });
    stubAsks(moment, { question, server, recursion, transport: 'tcp' }, asked.tries + 1);
    return;
  }
  const { name, type } = question;
  const fromCache = server === hosts.resolver && resolverSent === 0 && message.rcode !== 2;
  const counted = { rcode: rcodeName(message.rcode), records: message.answers.length };
  note(moment, { code: 'stub-answered', name, type, ...counted, fromCache, isFalse });
}

/** Nobody answered the computer in time: it asks once more, then gives up. */
export function stubTimesOut(moment: Moment, index: number) {
  const { state } = moment;
  const asked = state.asked[index];
  if (!asked) return;
  const { question, server, recursion, transport, tries } = asked;
  state.asked[index] = { ...asked, answer: 'silence', answeredAt: state.now };
  if (tries < patience.tries) return stubAsks(moment, { question, server, recursion, transport }, tries + 1);
  note(moment, { code: 'stub-gave-up', name: question.name, type: question.type, server });
}

/** The message that answered a question, as its bytes say; for whoever looks at a packet. */
export function messageIn(packet: Pick<Packet, 'bytes'>): Message | null {
  const decoded = decodeMessage(packet.bytes);
  return decoded.kind === 'message' ? decoded.message : null;
}
