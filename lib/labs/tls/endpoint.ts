import { noBytes } from '../bytes';
import type { EcdhGroup } from '../crypto/ecdh';
import type { AlertName } from './alert';
import type { ContentType, TlsVersion } from './code-points';
import type { ClientConfig, ServerConfig } from './config';
import type { AlertWhy } from './fatal-why';
import type { ClientHello, MessageKind, ServerHello } from './message';
import type { Epoch, Protection } from './protection';
import type { Session } from './session';
import type { PublicKey } from './signature';
import type { CipherSuite } from './suites';
import type { Value, ValueName } from './value';

/** Which message a side waits for. Of TLS 1.3 the names of RFC 8446 appendix A; of 1.2 in their manner. */
export const phases = [
  'START',
  'WAIT_CH',
  'WAIT_CH2',
  'WAIT_SH',
  'WAIT_EE',
  'WAIT_CERT_CR',
  'WAIT_CERT',
  'WAIT_SKE',
  'WAIT_SHD',
  'WAIT_CKE',
  'WAIT_CV',
  'WAIT_NST',
  'WAIT_CCS',
  'WAIT_FINISHED',
  'CONNECTED',
  'CLOSED',
  'FAILED',
] as const;
export type Phase = (typeof phases)[number];

/** A handshake message, alert or the like as its sender meant it, for whoever looks over everybody's shoulder. */
export type Said = { kind: MessageKind | 'change_cipher_spec' | 'alert' | 'application_data'; bytes: Uint8Array };

/** A record on its way out, with what is inside. */
export type OutRecord = {
  bytes: Uint8Array;
  type: ContentType;
  /** The text before protection. */
  text: Uint8Array;
  said: readonly Said[];
  /** null: in the clear. */
  protection: { version: TlsVersion; aead: Protection['aead']; epoch: Epoch; sequence: number } | null;
};

/** What a side noticed or did, as facts in order. */
export type Note =
  | { code: 'sent'; said: Said['kind'] }
  | { code: 'read'; said: Said['kind'] }
  | { code: 'version-chosen'; version: TlsVersion }
  | { code: 'suite-chosen'; suite: CipherSuite['name'] }
  | { code: 'group-chosen'; group: EcdhGroup }
  | { code: 'retry-asked'; group: EcdhGroup }
  | { code: 'derived'; names: readonly ValueName[] }
  | { code: 'verified'; what: Verified }
  | { code: 'refused'; what: Verified }
  | { code: 'keys-changed'; direction: 'read' | 'write'; epoch: Epoch }
  | { code: 'ticket-given' }
  | { code: 'ticket-kept' }
  | { code: 'ticket-refused' }
  | { code: 'resumed' }
  | { code: 'connected' }
  | { code: 'received'; bytes: Uint8Array }
  | { code: 'alert-sent'; alert: AlertName; why: AlertWhy; at?: number }
  | { code: 'alert-received'; alert: AlertName }
  | { code: 'closed' }
  | { code: 'ignored'; why: 'not-connected' | 'over' | 'sham-change-cipher-spec' | 'ticket-without-life' };
export type Verified = 'certificate' | 'signature' | 'finished' | 'binder' | 'record';

/** A value that somebody put another in the place of, before keys were made of it. */
export type Swappable = 'client_random' | 'server_random' | 'premaster_secret';
export const swappables = [
  'client_random',
  'server_random',
  'premaster_secret',
] as const satisfies readonly Swappable[];

type Common = {
  phase: Phase;
  version: TlsVersion | null;
  suite: CipherSuite | null;
  group: EcdhGroup | null;
  protocol: string | null;
  read: Protection | null;
  write: Protection | null;
  /** 1.2: what ChangeCipherSpec switches to. 1.3: unused. */
  nextRead: Protection | null;
  nextWrite: Protection | null;
  /** Handshake bytes that are no whole message yet. */
  partial: Uint8Array;
  /** All handshake messages so far, end to end (RFC 8446 §4.4.1). */
  transcript: Uint8Array;
  values: Value[];
  swapped: readonly Swappable[];
  /** Lines of an NSS key log, as each secret came to be. */
  keyLog: readonly string[];
  clientHello: ClientHello | null;
  serverHello: ServerHello | null;
  /** Whether there has been a HelloRetryRequest. */
  retried: boolean;
  resumed: boolean;
  extendedMasterSecret: boolean;
  /** Whether a record of the peer has opened under the keys in use. */
  hasRead: boolean;
  /** 1.3: whether the one ChangeCipherSpec for old boxes was sent. */
  changeCipherSpecSent: boolean;
  emptyRecords: number;
  /** Handshake bytes gathered for one record, and what they are. */
  pending: Said[];
  out: OutRecord[];
  notes: Note[];
  received: Uint8Array;
  sent: Uint8Array;
  alertSent: { alert: AlertName; why: AlertWhy; at?: number } | null;
  alertReceived: AlertName | null;
  closeSent: boolean;
  closeReceived: boolean;
};

export type ClientEndpoint = Common & {
  side: 'client';
  config: ClientConfig;
  privateKeys: readonly { group: EcdhGroup; key: Uint8Array }[];
  chain: readonly Uint8Array[];
  serverKey: PublicKey | null;
  /** 1.2: what ServerKeyExchange brought, verified. */
  serverShare: { group: EcdhGroup; key: Uint8Array } | null;
  ticketExpected: boolean;
  sessions: readonly Session[];
  /** The session offered in this connection's hello. */
  offered: Session | null;
};

export type ServerEndpoint = Common & {
  side: 'server';
  config: ServerConfig;
  privateKey: Uint8Array | null;
  name: string | null;
  ticketsGiven: number;
};

export type Endpoint = ClientEndpoint | ServerEndpoint;

function fresh(phase: Phase): Common {
  return {
    phase,
    version: null,
    suite: null,
    group: null,
    protocol: null,
    read: null,
    write: null,
    nextRead: null,
    nextWrite: null,
    partial: noBytes,
    transcript: noBytes,
    values: [],
    swapped: [],
    keyLog: [],
    clientHello: null,
    serverHello: null,
    retried: false,
    resumed: false,
    extendedMasterSecret: false,
    hasRead: false,
    changeCipherSpecSent: false,
    emptyRecords: 0,
    pending: [],
    out: [],
    notes: [],
    received: noBytes,
    sent: noBytes,
    alertSent: null,
    alertReceived: null,
    closeSent: false,
    closeReceived: false,
  };
}

export function newClient(config: ClientConfig): ClientEndpoint {
  return {
    ...fresh('START'),
    side: 'client',
    config,
    privateKeys: [],
    chain: [],
    serverKey: null,
    serverShare: null,
    ticketExpected: false,
    sessions: [],
    offered: null,
  };
}

export function newServer(config: ServerConfig): ServerEndpoint {
  return { ...fresh('WAIT_CH'), side: 'server', config, privateKey: null, name: null, ticketsGiven: 0 };
}

/** An endpoint that shares nothing with this one that changes. */
export function copyOfEndpoint<E extends Endpoint>(endpoint: E): E {
  const copyOf = (protection: Protection | null) => protection && { ...protection };
  return {
    ...endpoint,
    read: copyOf(endpoint.read),
    write: copyOf(endpoint.write),
    nextRead: copyOf(endpoint.nextRead),
    nextWrite: copyOf(endpoint.nextWrite),
    values: [...endpoint.values],
    pending: [...endpoint.pending],
    out: [...endpoint.out],
    notes: [...endpoint.notes],
  };
}
