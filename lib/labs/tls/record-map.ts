import type { ByteField, ByteMap } from '../byte-map';
import { alertDescriptions } from './alert';
import { contentTypes, nameIn } from './code-points';
import { hexOf } from './field-reader';
import { type ReadingContext, readMessage } from './read-message';
import { readRecordHeader, recordHeaderLength, recordMap } from './record';
import type { TlsRecord, TlsState } from './state';
import { suiteOf } from './suites';

/** How the messages of a connection are to be read: what its ServerHello says, as it was sent. */
export function contextOf(state: TlsState, connection: number): ReadingContext {
  const said = state.records
    .filter((record) => record.connection === connection && record.from === 'server')
    .flatMap((record) => record.said)
    .find(({ kind }) => kind === 'server_hello' || kind === 'hello_retry_request');
  const read = said ? readMessage(said.bytes, { version: null }) : null;
  if (read?.kind !== 'read' || (read.message.kind !== 'server_hello' && read.message.kind !== 'hello_retry_request')) {
    return { version: null };
  }
  const isNew = read.message.extensions.some(({ type }) => type === 'supported_version_chosen');
  return { version: isNew ? '1.3' : '1.2', exchange: suiteOf(read.message.suite)?.exchange };
}

/** The fields of a record as it is on the wire now: header, and what is in it as far as anyone can read it. */
export function mapOfRecord(record: TlsRecord, context: ReadingContext): ByteMap {
  const { bytes, protection } = record;
  if (protection) return recordMap(bytes, protection);
  const type = readRecordHeader(bytes)?.type;
  const header = recordMap(bytes, null).filter(({ field }) => field !== 'tls.record.fragment');
  const fragment = bytes.subarray(recordHeaderLength);
  const inside = type === contentTypes.handshake ? handshakeMap(fragment, context) : contentMap(type ?? 0, fragment);
  return [
    ...header,
    ...inside.map((field) => ({ ...field, from: field.from + recordHeaderLength, to: field.to + recordHeaderLength })),
  ];
}

/** The fields of what a record holds once it is opened, message by message. */
export function mapOfText(record: TlsRecord, context: ReadingContext): ByteMap {
  const type = contentTypes[record.type];
  return type === contentTypes.handshake ? handshakeMap(record.text, context) : contentMap(type, record.text);
}

function handshakeMap(text: Uint8Array, context: ReadingContext): ByteField[] {
  const fields: ByteField[] = [];
  let at = 0;
  while (at < text.length) {
    const length = 4 + (((text[at + 1] ?? 0) << 16) | ((text[at + 2] ?? 0) << 8) | (text[at + 3] ?? 0));
    const end = Math.min(text.length, at + length);
    // A piece of a message: how far it goes is not known here.
    const isWhole = text.length - at >= 4 && at + length <= text.length;
    const from = at;
    if (!isWhole)
      fields.push({ field: 'tls.handshake.piece', from, to: text.length, value: hexOf(text.subarray(from)) });
    else {
      const { map } = readMessage(text.subarray(at, end), context);
      fields.push(...map.map((field) => ({ ...field, from: field.from + from, to: field.to + from })));
    }
    at = isWhole ? end : text.length;
  }
  return fields;
}

function contentMap(type: number, text: Uint8Array): ByteField[] {
  if (text.length === 0) return [];
  if (type === contentTypes.alert && text.length === 2) {
    const [level, code] = text;
    return [
      {
        field: 'tls.alert.level',
        from: 0,
        to: 1,
        value: level === 1 ? 'warning' : level === 2 ? 'fatal' : (level ?? 0),
      },
      { field: 'tls.alert.description', from: 1, to: 2, value: nameIn(alertDescriptions, code ?? 0) ?? code ?? 0 },
    ];
  }
  const whole = { from: 0, to: text.length };
  if (type === contentTypes.change_cipher_spec)
    return [{ field: 'tls.change_cipher_spec', ...whole, value: text[0] ?? 0 }];
  if (type === contentTypes.application_data) {
    return [{ field: 'tls.application_data', ...whole, value: new TextDecoder().decode(text) }];
  }
  return [{ field: 'tls.unread', ...whole, value: text.length }];
}
