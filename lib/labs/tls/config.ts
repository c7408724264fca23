import type { RevocationRule } from '../certificate/check-revocation';
import type { EcdhGroup } from '../crypto/ecdh';
import type { PrivateKey } from '../crypto/fixture-keys';
import type { Chance } from './chance';
import type { TlsVersion } from './code-points';
import type { Extension } from './extension';
import type { Session } from './session';
import type { SignatureScheme } from './signature';
import type { SuiteName } from './suites';

/** Whom a client trusts, and whom it wants to talk to. */
export type Trust = {
  /** Root certificates, DER. */
  readonly trusted: readonly Uint8Array[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  /** Revocation lists, DER. */
  readonly crls?: readonly Uint8Array[];
  /** Whether a certificate is refused of which no list is at hand; left out: it is not. */
  readonly revocation?: RevocationRule;
};

type Common = {
  readonly chance: Chance;
  /** Put before the name of every value drawn: a second connection draws other values. */
  readonly connection: string;
  /** Those it is willing to speak. */
  readonly versions: readonly TlsVersion[];
  /** In the order of its preference. */
  readonly suites: readonly SuiteName[];
  readonly groups: readonly EcdhGroup[];
  readonly schemes: readonly SignatureScheme[];
  readonly protocols: readonly string[];
  readonly extendedMasterSecret: boolean;
  /** Seconds of virtual time, for the ages of tickets. */
  readonly now: number;
  /** `apart`: every message in a record of its own; `together`: what is sent at once under one key shares a record. */
  readonly packing: 'apart' | 'together';
  /** No record carries more text than this. */
  readonly largestFragment: number;
};

export type ClientConfig = Common & {
  /** Groups for which the first hello already carries a key. */
  readonly shares: readonly EcdhGroup[];
  /** The name it asks for (SNI); null: it does not say. */
  readonly name: string | null;
  /** null: takes any certificate. */
  readonly trust: Trust | null;
  /** Whether it wants session tickets. */
  readonly tickets: boolean;
  /** RFC 8446 §D.4: looks like a resumption of 1.2 to boxes on the way. */
  readonly compatibility: boolean;
  readonly resume: Session | null;
  /** Suites, groups, schemes and extensions it lists although it cannot compute them, as a browser does. */
  readonly look: ClientLook;
};

export type ClientLook = {
  readonly suites?: readonly number[];
  readonly groups?: readonly number[];
  /** All of supported_groups, in this order. */
  readonly groupList?: readonly number[];
  readonly schemes?: readonly number[];
  readonly shares?: readonly { group: number; length: number }[];
  readonly versions?: readonly number[];
  readonly extensions?: readonly Extension[];
  /** Extensions of its own that it leaves out. */
  readonly omits?: readonly Extension['type'][];
  /** The types of extensions in the order in which they stand; those not named follow. */
  readonly order?: readonly number[];
  /** RFC 7685: a hello of 256 to 511 bytes is padded to 512. */
  readonly padding?: boolean;
  /** Sends this many bytes of chance as a session id even where nothing asks for it. */
  readonly sessionId?: boolean;
};

export type ServerConfig = Common & {
  /** The leaf first, DER. */
  readonly chain: readonly Uint8Array[];
  readonly key: PrivateKey;
  /** The names it answers to; a hello for another is refused. null: to any. */
  readonly names: readonly string[] | null;
  /** How many session tickets it gives out; 0: none, and takes none. */
  readonly tickets: number;
  /** Seconds a ticket lives. */
  readonly ticketLifetime: number;
  /** Whether a HelloRetryRequest carries a cookie. */
  readonly cookie: boolean;
  /** Extensions it adds to EncryptedExtensions. */
  readonly encryptedExtensions?: readonly Extension[];
  /** The same for a NewSessionTicket of 1.3. */
  readonly ticketExtensions?: readonly Extension[];
};
