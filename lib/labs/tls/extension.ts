import type { ExtensionName } from './code-points';

/** One key a side offers to exchange (RFC 8446 §4.2.8). */
export type KeyShare = { group: number; key: Uint8Array };

export type PskIdentity = { identity: Uint8Array; obfuscatedTicketAge: number };

/**
 * An extension as it was understood (RFC 8446 §4.2, RFC 6066, RFC 7301, RFC 8701 and the rest of the registry).
 * `other`: one whose content the lab does not look into.
 */
export type Extension =
  /** null: a server's empty acknowledgement. */
  | { type: 'server_name'; host: string | null }
  | { type: 'supported_groups'; groups: readonly number[] }
  | { type: 'ec_point_formats'; formats: readonly number[] }
  | { type: 'signature_algorithms'; schemes: readonly number[] }
  | { type: 'application_layer_protocol_negotiation'; protocols: readonly string[] }
  | { type: 'padding'; length: number }
  | { type: 'extended_master_secret' }
  | { type: 'session_ticket'; ticket: Uint8Array }
  /** A client's offer. */
  | { type: 'pre_shared_key'; identities: readonly PskIdentity[]; binders: readonly Uint8Array[] }
  /** A server's choice, counted from 0. */
  | { type: 'pre_shared_key_chosen'; identity: number }
  | { type: 'supported_versions'; versions: readonly number[] }
  | { type: 'supported_version_chosen'; version: number }
  | { type: 'cookie'; cookie: Uint8Array }
  | { type: 'psk_key_exchange_modes'; modes: readonly number[] }
  | { type: 'key_share'; shares: readonly KeyShare[] }
  | { type: 'key_share_chosen'; share: KeyShare }
  /** In a HelloRetryRequest. */
  | { type: 'key_share_wanted'; group: number }
  | { type: 'renegotiation_info'; verifyData: Uint8Array }
  | { type: 'other'; code: number; data: Uint8Array };

/** The message an extension stands in, which decides how it is written. */
export type ExtensionPlace =
  | 'client_hello'
  | 'server_hello'
  | 'hello_retry_request'
  | 'encrypted_extensions'
  | 'certificate'
  | 'certificate_request'
  | 'new_session_ticket';

/** The extension of that type, if it is among them. */
export function find<T extends Extension['type']>(
  extensions: readonly Extension[],
  type: T,
): Extract<Extension, { type: T }> | undefined {
  return extensions.find((extension): extension is Extract<Extension, { type: T }> => extension.type === type);
}

/** The registry's name of an extension's type. */
export function nameOf(extension: Exclude<Extension, { type: 'other' }>): ExtensionName {
  switch (extension.type) {
    case 'pre_shared_key_chosen':
      return 'pre_shared_key';
    case 'supported_version_chosen':
      return 'supported_versions';
    case 'key_share_chosen':
    case 'key_share_wanted':
      return 'key_share';
    default:
      return extension.type;
  }
}
