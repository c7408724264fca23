import type { DomainName } from './name';
import type { RecordType } from './record-type';

/** What a record says, by its type. Addresses, names and strings as a master file writes them. */
export type RecordData =
  | { readonly type: 'A'; readonly address: string }
  | { readonly type: 'AAAA'; readonly address: string }
  | { readonly type: 'NS' | 'CNAME' | 'PTR'; readonly target: DomainName }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: DomainName }
  /** Strings of up to 255 bytes each, what is not printable as `\DDD`. */
  | { readonly type: 'TXT'; readonly strings: readonly string[] }
  | {
      readonly type: 'SOA';
      readonly mname: DomainName;
      readonly rname: DomainName;
      readonly serial: number;
      readonly refresh: number;
      readonly retry: number;
      readonly expire: number;
      readonly minimum: number;
    }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: DomainName;
    }
  /** RDATA of a type that nobody here reads, OPT's options included. */
  | { readonly type: 'OPT' | `TYPE${number}`; readonly bytes: Uint8Array };

/** A resource record (RFC 1035 §4.1.3). `ttl` is in seconds. */
export type ResourceRecord = {
  readonly name: DomainName;
  readonly class: number;
  readonly ttl: number;
  readonly data: RecordData;
};

/** An entry of the question section (§4.1.2). */
export type Question = { readonly name: DomainName; readonly type: RecordType; readonly class: number };

/** A message (§4.1): the header's fields by the RFC's names, and four sections. */
export type Message = {
  readonly id: number;
  /** False in a query, true in a response. */
  readonly qr: boolean;
  readonly opcode: number;
  readonly aa: boolean;
  readonly tc: boolean;
  readonly rd: boolean;
  readonly ra: boolean;
  /** Three bits that RFC 1035 keeps at zero; two of them are AD and CD today (RFC 4035). */
  readonly z: number;
  readonly rcode: number;
  readonly questions: readonly Question[];
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  readonly additionals: readonly ResourceRecord[];
};

/** The sections of records, in their order. */
export const sections = ['answers', 'authorities', 'additionals'] as const;
export type Section = (typeof sections)[number];

/** A message with nothing in it, to say only what differs. */
export const emptyMessage: Message = {
  id: 0,
  qr: false,
  opcode: 0,
  aa: false,
  tc: false,
  rd: false,
  ra: false,
  z: 0,
  rcode: 0,
  questions: [],
  answers: [],
  authorities: [],
  additionals: [],
};
