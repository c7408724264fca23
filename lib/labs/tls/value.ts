/** How a value came to be, for the picture of the key schedule. */
export const derivations = [
  'drawn',
  'received',
  'opened',
  'decrypted',
  'kept',
  'zeros',
  'rsa-encryption',
  'ecdhe-share',
  'ecdhe',
  'transcript-hash',
  'prf',
  'hkdf-extract',
  'hkdf-expand-label',
  'hmac',
  'part',
] as const;
export type Derivation = (typeof derivations)[number];

/** The values of both versions under the names of RFC 5246 §8.1, §6.3 and RFC 8446 §7.1, §7.3. */
export const valueNames = [
  'client_random',
  'server_random',
  'client_private_key',
  'server_private_key',
  'client_key_share',
  'server_key_share',
  'premaster_secret',
  'encrypted_premaster_secret',
  'session_hash',
  'master_secret',
  'key_block',
  'client_write_key',
  'server_write_key',
  'client_write_iv',
  'server_write_iv',
  'client_verify_data',
  'server_verify_data',
  'ecdhe_shared_secret',
  'psk',
  'early_secret',
  'binder_key',
  'binder_finished_key',
  'binder',
  'early_derived_secret',
  'handshake_secret',
  'client_handshake_traffic_secret',
  'server_handshake_traffic_secret',
  'client_handshake_key',
  'client_handshake_iv',
  'server_handshake_key',
  'server_handshake_iv',
  'client_finished_key',
  'server_finished_key',
  'handshake_derived_secret',
  'client_application_traffic_secret',
  'server_application_traffic_secret',
  'client_application_key',
  'client_application_iv',
  'server_application_key',
  'server_application_iv',
  'exporter_master_secret',
  'resumption_master_secret',
  'ticket_nonce',
  'resumption_psk',
  'hash_to_binders',
  'hash_to_server_hello',
  'hash_to_server_finished',
  'hash_to_client_finished',
  'hash_before_client_finished',
  'hash_before_server_finished',
] as const;
export type ValueName = (typeof valueNames)[number];

/**
 * A value with its descent. `label`: that of the PRF or of HKDF-Expand-Label, the group of a key exchange, the bytes of a part. Shared by name: both
 * sides should have the same bytes.
 */
export type Value = {
  readonly name: ValueName;
  readonly bytes: Uint8Array;
  readonly by: Derivation;
  readonly from: readonly ValueName[];
  readonly label?: string;
};
