import { assertNever } from '@/lib/assert-never';
import { concatenated, noBytes } from '../bytes';
import { extensionTypes } from './code-points';
import { type Extension, nameOf } from './extension';
import { text, uint, uints, vector } from './write';

export function codeOf(extension: Extension): number {
  return extension.type === 'other' ? extension.code : extensionTypes[nameOf(extension)];
}

/** Type, length and content (RFC 8446 §4.2). */
export function writeExtension(extension: Extension): Uint8Array {
  return concatenated(uint(codeOf(extension), 2), vector(2, contentOf(extension)));
}

function contentOf(extension: Extension): Uint8Array {
  switch (extension.type) {
    case 'server_name':
      return extension.host === null ? noBytes : vector(2, uint(0, 1), vector(2, text(extension.host)));
    case 'supported_groups':
      return vector(2, uints(extension.groups, 2));
    case 'ec_point_formats':
      return vector(1, uints(extension.formats, 1));
    case 'signature_algorithms':
      return vector(2, uints(extension.schemes, 2));
    case 'application_layer_protocol_negotiation':
      return vector(2, ...extension.protocols.map((protocol) => vector(1, text(protocol))));
    case 'padding':
      return new Uint8Array(extension.length);
    case 'extended_master_secret':
      return noBytes;
    case 'session_ticket':
      return extension.ticket;
    case 'pre_shared_key':
      return concatenated(
        vector(
          2,
          ...extension.identities.map(({ identity, obfuscatedTicketAge }) =>
            concatenated(vector(2, identity), uint(obfuscatedTicketAge, 4)),
          ),
        ),
        vector(2, ...extension.binders.map((binder) => vector(1, binder))),
      );
    case 'pre_shared_key_chosen':
      return uint(extension.identity, 2);
    case 'supported_versions':
      return vector(1, uints(extension.versions, 2));
    case 'supported_version_chosen':
      return uint(extension.version, 2);
    case 'cookie':
      return vector(2, extension.cookie);
    case 'psk_key_exchange_modes':
      return vector(1, uints(extension.modes, 1));
    case 'key_share':
      return vector(2, ...extension.shares.map(({ group, key }) => concatenated(uint(group, 2), vector(2, key))));
    case 'key_share_chosen':
      return concatenated(uint(extension.share.group, 2), vector(2, extension.share.key));
    case 'key_share_wanted':
      return uint(extension.group, 2);
    case 'renegotiation_info':
      return vector(1, extension.verifyData);
    case 'other':
      return extension.data;
    default:
      return assertNever(extension);
  }
}
