import { extensionTypes, groups, isGrease, nameIn, signatureSchemes, versions } from './code-points';
import type { Extension, ExtensionPlace, KeyShare } from './extension';
import { type FieldReader, hexOf } from './field-reader';

/** What a field of two bytes says: its name in a table, or the number. */
export function shown(table: Readonly<Record<string, number>>): (value: number) => string {
  return (value) => nameIn(table, value) ?? (isGrease(value) ? `GREASE 0x${hex4(value)}` : `0x${hex4(value)}`);
}

const hex4 = (value: number) => value.toString(16).padStart(4, '0');
const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const mostExtensions = 64;

/** The list of extensions at the end of a message (RFC 8446 §4.2): none twice. */
export function readExtensions(reader: FieldReader, place: ExtensionPlace): Extension[] {
  return reader.vector('tls.extensions', 2, (list) => {
    const seen = new Set<number>();
    return list.list('tls.extensions', (one) => readExtension(one, place, seen), mostExtensions);
  });
}

function readExtension(reader: FieldReader, place: ExtensionPlace, seen: Set<number>): Extension {
  const from = reader.at;
  const index = reader.fields.length;
  const code = reader.uint('tls.extension.type', 2, shown(extensionTypes));
  if (seen.has(code)) reader.fault('tls.extension.type', 'wrong-value', from);
  seen.add(code);
  const name = nameIn(extensionTypes, code);
  const field = name && isRead(name, place) ? `tls.${name}` : isGrease(code) ? 'tls.grease' : 'tls.extension.data';
  const extension = reader.vector(field, 2, (content) => readContent(content, code, field, place));
  // The whole extension stands before its parts.
  const whole = field === 'tls.extension.data' ? 'tls.extension' : `${field}.extension`;
  reader.fields.splice(index, 0, { field: whole, from, to: reader.at, value: name ?? `0x${hex4(code)}` });
  return extension;
}

const onlyInHello = ['psk_key_exchange_modes', 'session_ticket', 'padding', 'ec_point_formats', 'renegotiation_info'];

/** Where an extension stands that has no meaning there, its content is not looked into. */
function isRead(name: string, place: ExtensionPlace): boolean {
  const isHello = place === 'client_hello' || place === 'server_hello';
  if (name === 'cookie') return place === 'client_hello' || place === 'hello_retry_request';
  if (onlyInHello.includes(name)) return isHello;
  return place !== 'certificate' && place !== 'certificate_request' && place !== 'new_session_ticket';
}

function readContent(reader: FieldReader, code: number, field: string, place: ExtensionPlace): Extension {
  const fromClient = place === 'client_hello';
  switch (field) {
    case 'tls.server_name':
      return { type: 'server_name', host: reader.left === 0 && !fromClient ? null : serverName(reader) };
    case 'tls.supported_groups':
      return { type: 'supported_groups', groups: numbers(reader, 'tls.supported_groups', 'tls.group', groups) };
    case 'tls.ec_point_formats':
      return {
        type: 'ec_point_formats',
        formats: reader.vector('tls.ec_point_formats.list', 1, (list) =>
          list.list('tls.ec_point_format', (one) => one.uint('tls.ec_point_format', 1)),
        ),
      };
    case 'tls.signature_algorithms':
      return {
        type: 'signature_algorithms',
        schemes: numbers(reader, 'tls.signature_algorithms', 'tls.signature_scheme', signatureSchemes),
      };
    case 'tls.application_layer_protocol_negotiation':
      return {
        type: 'application_layer_protocol_negotiation',
        protocols: reader.vector('tls.alpn.list', 2, (list) =>
          list.list('tls.alpn.protocol', (one) => asText(one.opaque('tls.alpn.protocol', 1, { least: 1 }, asText))),
        ),
      };
    case 'tls.padding':
      return { type: 'padding', length: reader.rest('tls.padding').length };
    case 'tls.extended_master_secret':
      return { type: 'extended_master_secret' };
    case 'tls.session_ticket':
      return { type: 'session_ticket', ticket: reader.rest('tls.session_ticket.ticket') };
    case 'tls.pre_shared_key':
      return fromClient
        ? offeredPsks(reader)
        : { type: 'pre_shared_key_chosen', identity: reader.uint('tls.pre_shared_key.chosen', 2) };
    case 'tls.supported_versions':
      return supportedVersions(reader, fromClient);
    case 'tls.cookie':
      return { type: 'cookie', cookie: reader.opaque('tls.cookie.value', 2, { least: 1 }) };
    case 'tls.psk_key_exchange_modes':
      return {
        type: 'psk_key_exchange_modes',
        modes: reader.vector('tls.psk_key_exchange_modes.list', 1, (list) =>
          list.list('tls.psk_key_exchange_mode', (one) =>
            one.uint('tls.psk_key_exchange_mode', 1, (mode) => ['psk_ke', 'psk_dhe_ke'][mode] ?? mode),
          ),
        ),
      };
    case 'tls.key_share':
      return keyShares(reader, place);
    case 'tls.renegotiation_info':
      return { type: 'renegotiation_info', verifyData: reader.opaque('tls.renegotiation_info.verify_data', 1) };
    default:
      return { type: 'other', code, data: reader.rest(field) };
  }
}

function numbers(reader: FieldReader, field: string, one: string, table: Readonly<Record<string, number>>): number[] {
  return reader.vector(`${field}.list`, 2, (list) => list.list(field, (entry) => entry.uint(one, 2, shown(table))), {
    least: 2,
  });
}

/** RFC 6066 §3: of the one sort of name there is, one. */
function serverName(reader: FieldReader): string {
  return reader.vector('tls.server_name.list', 2, (list) => {
    const kind = list.uint('tls.server_name.type', 1);
    if (kind !== 0) list.fault('tls.server_name.type', 'wrong-value', list.at - 1);
    const host = asText(list.opaque('tls.server_name.host', 2, { least: 1, most: 255 }, asText));
    if (host.includes('\0')) list.fault('tls.server_name.host', 'wrong-value', list.at - 1);
    return host;
  });
}

function supportedVersions(reader: FieldReader, fromClient: boolean): Extension {
  const one = (entry: FieldReader) => entry.uint('tls.supported_version', 2, shown(versions));
  if (!fromClient) return { type: 'supported_version_chosen', version: one(reader) };
  const list = reader.vector('tls.supported_versions.list', 1, (all) => all.list('tls.supported_version', one), {
    least: 2,
  });
  return { type: 'supported_versions', versions: list };
}

function keyShares(reader: FieldReader, place: ExtensionPlace): Extension {
  const group = (entry: FieldReader) => entry.uint('tls.key_share.group', 2, shown(groups));
  const share = (entry: FieldReader): KeyShare => ({
    group: group(entry),
    key: entry.opaque('tls.key_share.key', 2, { least: 1 }, hexOf),
  });
  if (place === 'hello_retry_request') return { type: 'key_share_wanted', group: group(reader) };
  if (place === 'server_hello') return { type: 'key_share_chosen', share: share(reader) };
  return {
    type: 'key_share',
    shares: reader.vector('tls.key_share.list', 2, (list) => list.list('tls.key_share.entry', share)),
  };
}

function offeredPsks(reader: FieldReader): Extension {
  const identities = reader.vector('tls.pre_shared_key.identities', 2, (list) =>
    list.list('tls.pre_shared_key.identity', (one) => ({
      identity: one.opaque('tls.pre_shared_key.identity', 2, { least: 1 }),
      obfuscatedTicketAge: one.uint('tls.pre_shared_key.obfuscated_ticket_age', 4),
    })),
  );
  const binders = reader.vector('tls.pre_shared_key.binders', 2, (list) =>
    list.list('tls.pre_shared_key.binder', (one) => one.opaque('tls.pre_shared_key.binder', 1, { least: 32 })),
  );
  return { type: 'pre_shared_key', identities, binders };
}
