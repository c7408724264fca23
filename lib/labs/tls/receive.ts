import { concatenated, noBytes } from '../bytes';
import { type AlertName, alertDescriptions, Fatal } from './alert';
import { clientReads } from './client-reads';
import { contentTypes, handshakeTypes, nameIn } from './code-points';
import type { Endpoint } from './endpoint';
import type { HandshakeMessage } from './message';
import { innerPlaintext, unprotect } from './protection';
import { messageHeaderLength, readMessage } from './read-message';
import { mostExpansion, mostPlaintext, readRecordHeader, recordHeaderLength } from './record';
import { closeEndpoint } from './send-data';
import { serverReads } from './server-reads';
import { flush, note, sendAlert } from './talk';

/** One record arrives, whole. What comes of it stands in the endpoint: its phase, what it sends, what it noticed. */
export function receiveRecord(endpoint: Endpoint, record: Uint8Array) {
  if (endpoint.phase === 'FAILED' || endpoint.phase === 'CLOSED' || endpoint.closeReceived) {
    note(endpoint, { code: 'ignored', why: 'over' });
    return;
  }
  guarded(endpoint, () => {
    const { type, text } = openRecord(endpoint, record);
    readContent(endpoint, type, text);
    flush(endpoint);
  });
}

/** Does something that may find the connection broken: then says why to the peer and ends. */
export function guarded(endpoint: Endpoint, deed: () => void) {
  try {
    deed();
  } catch (fatal) {
    if (!(fatal instanceof Fatal)) throw fatal;
    const { alert, why, at } = fatal;
    endpoint.pending = [];
    sendAlert(endpoint, alert, why, at);
    endpoint.alertSent = { alert, why, ...(at === undefined ? {} : { at }) };
    endpoint.phase = 'FAILED';
  }
}

/** RFC 8446 §5.1, §5.2: header, limits, protection. */
function openRecord(endpoint: Endpoint, record: Uint8Array): { type: number; text: Uint8Array } {
  const header = readRecordHeader(record);
  if (!header || header.length !== record.length - recordHeaderLength) throw new Fatal('decode_error', 'record-cut', 3);
  if (header.version >>> 8 !== 3) throw new Fatal('protocol_version', 'record-version', 1);
  const { read } = endpoint;
  if (!read) {
    // An alert may come from a side that does not know the version yet.
    if (header.type !== contentTypes.alert) checkPlainVersion(endpoint, header.version);
    if (header.length > mostPlaintext) throw new Fatal('record_overflow', 'record-too-long', 3);
    return { type: header.type, text: record.subarray(recordHeaderLength) };
  }
  if (read.version === '1.3' && header.type !== contentTypes.application_data)
    return openPlain13(endpoint, record, header.type);
  // RFC 8446 says to ignore it, and authenticates it: nothing but 1.2 can open.
  if (header.version !== 0x0303)
    throw new Fatal(read.version === '1.3' ? 'decode_error' : 'protocol_version', 'record-version', 1);
  if (header.length > mostPlaintext + mostExpansion[read.version]) {
    throw new Fatal('record_overflow', 'record-too-long', 3);
  }
  const opened = unprotect(read, record);
  if (!opened) {
    note(endpoint, { code: 'refused', what: 'record' });
    throw new Fatal('bad_record_mac', 'record-does-not-open');
  }
  endpoint.hasRead = true;
  if (read.version === '1.2') {
    if (opened.length > mostPlaintext) throw new Fatal('record_overflow', 'text-too-long');
    return { type: header.type, text: opened };
  }
  if (opened.length > mostPlaintext + 1) throw new Fatal('record_overflow', 'text-too-long');
  const inner = innerPlaintext(opened);
  if (!inner) throw new Fatal('unexpected_message', 'no-content-type');
  return inner;
}

/** Once the version is chosen, a record of another is a mistake; before, old ones are tolerated (RFC 8446 §D.1, RFC 5246 §E.1). */
function checkPlainVersion(endpoint: Endpoint, version: number) {
  if (endpoint.version === '1.2' && version !== 0x0303) throw new Fatal('protocol_version', 'record-version', 1);
}

/** In 1.3 only two things come unprotected where protection is due: the sham ChangeCipherSpec, and an early alert. */
function openPlain13(endpoint: Endpoint, record: Uint8Array, type: number): { type: number; text: Uint8Array } {
  const text = record.subarray(recordHeaderLength);
  if (text.length > mostPlaintext) throw new Fatal('record_overflow', 'record-too-long', 3);
  const isEarlyAlert = type === contentTypes.alert && endpoint.side === 'server' && !endpoint.hasRead;
  if (type === contentTypes.change_cipher_spec || isEarlyAlert) return { type, text };
  throw new Fatal('unexpected_message', 'record-in-the-clear', 0);
}

const mostEmptyRecords = 32;

function readContent(endpoint: Endpoint, type: number, text: Uint8Array) {
  // RFC 8446 §5.1: handshake and alert records are never empty, in any version worth serving.
  if (text.length === 0 && type !== contentTypes.application_data)
    throw new Fatal('unexpected_message', 'empty-record');
  endpoint.emptyRecords = text.length === 0 ? endpoint.emptyRecords + 1 : 0;
  if (endpoint.emptyRecords > mostEmptyRecords) throw new Fatal('unexpected_message', 'too-many-empty-records');
  if (type !== contentTypes.handshake && endpoint.partial.length > 0 && type !== contentTypes.alert) {
    // RFC 8446 §5.1: nothing may come between the parts of a message.
    throw new Fatal('unexpected_message', 'message-interrupted');
  }
  switch (type) {
    case contentTypes.handshake:
      return readHandshake(endpoint, text);
    case contentTypes.change_cipher_spec:
      return readChangeCipherSpec(endpoint, text);
    case contentTypes.alert:
      return readAlert(endpoint, text);
    case contentTypes.application_data:
      return readData(endpoint, text);
    default:
      throw new Fatal('unexpected_message', 'unknown-content-type', 0);
  }
}

/** A message may be cut over records, and a record may hold several; none may be longer than it has reason to be. */
function readHandshake(endpoint: Endpoint, text: Uint8Array): void {
  let gathered = endpoint.partial.length === 0 ? text : concatenated(endpoint.partial, text);
  endpoint.partial = noBytes;
  while (gathered.length >= messageHeaderLength) {
    const length = ((gathered[1] ?? 0) << 16) | ((gathered[2] ?? 0) << 8) | (gathered[3] ?? 0);
    const type = gathered[0] ?? 0;
    if (!isExpectedType(endpoint, type)) throw new Fatal('unexpected_message', whyNot(type), 0);
    if (length > (mostOf[type] ?? mostMessage)) throw new Fatal('illegal_parameter', 'message-too-long', 1);
    if (gathered.length < messageHeaderLength + length) break;
    const bytes = gathered.slice(0, messageHeaderLength + length);
    gathered = gathered.subarray(bytes.length);
    const read = endpoint.read;
    readOne(endpoint, bytes);
    if (endpoint.closeReceived) return;
    // RFC 8446 §5.1: keys change between records, never within one.
    if (endpoint.read !== read && gathered.length > 0) throw new Fatal('unexpected_message', 'message-across-keys');
  }
  endpoint.partial = gathered.slice();
}

/** Those of which one knows how long they can be at most. */
const mostOf: Readonly<Record<number, number>> = {
  [handshakeTypes.hello_request]: 0,
  [handshakeTypes.server_hello_done]: 0,
  [handshakeTypes.client_key_exchange]: 2_048,
  [handshakeTypes.finished]: 64,
  [handshakeTypes.key_update]: 1,
};

const whyNot = (type: number) => (nameIn(handshakeTypes, type) === null ? 'unknown-message' : 'out-of-order');

/** As much as 16 certificates of the longest keys need. */
const mostMessage = 2 ** 17;

function readOne(endpoint: Endpoint, bytes: Uint8Array): void {
  const exchange = endpoint.suite?.exchange;
  const read = readMessage(bytes, { version: endpoint.version, exchange });
  if (read.kind === 'unknown-type') throw new Fatal('unexpected_message', 'unknown-message', 0);
  if (read.kind === 'fault') {
    const alert: AlertName = read.field === 'tls.extension.type' ? 'illegal_parameter' : 'decode_error';
    throw new Fatal(alert, `decode.${read.why}`, read.at);
  }
  note(endpoint, { code: 'read', said: read.message.kind });
  dispatch(endpoint, read.message, bytes);
}

function dispatch(endpoint: Endpoint, message: HandshakeMessage, bytes: Uint8Array): void {
  if (endpoint.side === 'client') clientReads(endpoint, message, bytes);
  else serverReads(endpoint, message, bytes);
}

/** Whether a message of this type may come now: whatever else is wrong with it, its being out of order is what is told. */
function isExpectedType(endpoint: Endpoint, type: number): boolean {
  const expected: Partial<Record<Endpoint['phase'], readonly number[]>> = {
    WAIT_CH: [1],
    WAIT_CH2: [1],
    WAIT_SH: [2],
    WAIT_EE: [8],
    WAIT_CERT_CR: [11, 13],
    WAIT_CERT: [11],
    WAIT_SKE: [12],
    WAIT_SHD: [13, 14],
    WAIT_CKE: [16],
    WAIT_CV: [15],
    WAIT_NST: [4],
    WAIT_FINISHED: [20],
    CONNECTED: [0, 1, 4, 24],
  };
  // RFC 5246 §7.4.1.1: a server of 1.2 may ask at any time; that it is asked too early is no fault.
  if (type === handshakeTypes.hello_request && endpoint.side === 'client' && endpoint.version !== '1.3') return true;
  return expected[endpoint.phase]?.includes(type) ?? false;
}

function readChangeCipherSpec(endpoint: Endpoint, text: Uint8Array): void {
  const isIt = text.length === 1 && text[0] === 1;
  if (endpoint.version === '1.2' || (endpoint.version === null && endpoint.side === 'client' && !endpoint.retried)) {
    if (endpoint.phase !== 'WAIT_CCS' || !endpoint.nextRead) throw new Fatal('unexpected_message', 'out-of-order', 0);
    if (!isIt) throw new Fatal('unexpected_message', 'bad-change-cipher-spec', 0);
    endpoint.read = endpoint.nextRead;
    endpoint.nextRead = null;
    endpoint.hasRead = false;
    endpoint.phase = 'WAIT_FINISHED';
    note(endpoint, { code: 'read', said: 'change_cipher_spec' });
    note(endpoint, { code: 'keys-changed', direction: 'read', epoch: 'session' });
    return;
  }
  // RFC 8446 §5: one byte, 1, after the first hello and before the peer's Finished, and only in the clear.
  const isTime =
    endpoint.phase !== 'WAIT_CH' && endpoint.phase !== 'CONNECTED' && endpoint.read?.epoch !== 'application';
  if (!isIt || !isTime) throw new Fatal('unexpected_message', 'out-of-order', 0);
  note(endpoint, { code: 'read', said: 'change_cipher_spec' });
  note(endpoint, { code: 'ignored', why: 'sham-change-cipher-spec' });
}

function readAlert(endpoint: Endpoint, text: Uint8Array): void {
  if (text.length !== 2) throw new Fatal('unexpected_message', 'alert-of-wrong-length', 0);
  const [level, code] = text;
  const alert = nameIn(alertDescriptions, code ?? 0);
  if (alert === null || (level !== 1 && level !== 2)) throw new Fatal('illegal_parameter', 'unknown-alert', 0);
  note(endpoint, { code: 'alert-received', alert });
  if (alert === 'close_notify') {
    endpoint.closeReceived = true;
    note(endpoint, { code: 'closed' });
    // RFC 5246 §7.2.1: answered at once. In 1.3 the other direction may go on (RFC 8446 §6.1).
    if (endpoint.version === '1.2' && !endpoint.closeSent) closeEndpoint(endpoint);
    if (endpoint.closeSent) endpoint.phase = 'CLOSED';
    return;
  }
  // In 1.2 a warning is a remark; in 1.3 all but two are the end (RFC 8446 §6).
  if (level === 1 && (endpoint.version !== '1.3' || alert === 'user_canceled')) return;
  endpoint.alertReceived = alert;
  endpoint.phase = 'FAILED';
}

function readData(endpoint: Endpoint, text: Uint8Array): void {
  if (endpoint.phase !== 'CONNECTED' || !endpoint.read)
    throw new Fatal('unexpected_message', 'data-before-connected', 0);
  endpoint.received = concatenated(endpoint.received, text);
  if (text.length > 0) note(endpoint, { code: 'received', bytes: text.slice() });
}
