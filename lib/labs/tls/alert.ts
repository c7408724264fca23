import type { AlertWhy } from './fatal-why';

/** RFC 8446 §6 and RFC 5246 §7.2. */
export const alertDescriptions = {
  close_notify: 0,
  unexpected_message: 10,
  bad_record_mac: 20,
  record_overflow: 22,
  handshake_failure: 40,
  bad_certificate: 42,
  unsupported_certificate: 43,
  certificate_revoked: 44,
  certificate_expired: 45,
  certificate_unknown: 46,
  illegal_parameter: 47,
  unknown_ca: 48,
  access_denied: 49,
  decode_error: 50,
  decrypt_error: 51,
  protocol_version: 70,
  insufficient_security: 71,
  internal_error: 80,
  inappropriate_fallback: 86,
  user_canceled: 90,
  no_renegotiation: 100,
  missing_extension: 109,
  unsupported_extension: 110,
  unrecognized_name: 112,
  bad_certificate_status_response: 113,
  unknown_psk_identity: 115,
  certificate_required: 116,
  no_application_protocol: 120,
} as const;
export type AlertName = keyof typeof alertDescriptions;

export const alertNames = Object.keys(alertDescriptions).filter((name): name is AlertName => name in alertDescriptions);

/** Warnings end nothing; all others are fatal (RFC 8446 §6). */
export type AlertLevel = 'warning' | 'fatal';
export const alertLevels = { warning: 1, fatal: 2 } as const;

export function levelOf(alert: AlertName): AlertLevel {
  return alert === 'close_notify' || alert === 'user_canceled' || alert === 'no_renegotiation' ? 'warning' : 'fatal';
}

export function alertBytes(alert: AlertName): Uint8Array {
  return Uint8Array.of(alertLevels[levelOf(alert)], alertDescriptions[alert]);
}

/**
 * Why a side ends the connection, as a code that `lib/words` explains. `at` is the offset in the message, or the record,
 * that was at fault.
 */
export class Fatal extends Error {
  constructor(
    readonly alert: AlertName,
    readonly why: AlertWhy,
    readonly at?: number,
  ) {
    super(`${alert}: ${why}`);
  }
}
