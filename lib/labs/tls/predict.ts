import * as z from 'zod/mini';
import { type PredictedField, type Prediction, wrongOnly } from '../prediction';
import type { TlsAction } from './action';
import { type AlertName, alertDescriptions, alertNames } from './alert';
import { nameIn } from './code-points';
import { phases, type Said } from './endpoint';
import { peerOf, sides } from './side';
import type { TlsRecord, TlsState } from './state';
import { step } from './step';

/** What can be asked of a TLS run. `next-record`: the next one that an end sends. `state`: both ends after the next action. */
export const tlsAsks = ['next-record', 'state'] as const;
export type TlsAsk = (typeof tlsAsks)[number];

/** What a record holds, as the RFCs write it; the same in every language. */
const contents: Readonly<Record<Said['kind'], string>> = {
  hello_request: 'HelloRequest',
  client_hello: 'ClientHello',
  server_hello: 'ServerHello',
  hello_retry_request: 'HelloRetryRequest',
  encrypted_extensions: 'EncryptedExtensions',
  certificate: 'Certificate',
  certificate_request: 'CertificateRequest',
  server_key_exchange: 'ServerKeyExchange',
  server_hello_done: 'ServerHelloDone',
  client_key_exchange: 'ClientKeyExchange',
  certificate_verify: 'CertificateVerify',
  change_cipher_spec: 'ChangeCipherSpec',
  finished: 'Finished',
  new_session_ticket: 'NewSessionTicket',
  key_update: 'KeyUpdate',
  alert: 'Alert',
  application_data: 'application_data',
};
const contentNames = Object.values(contents);
const protections = ['clear', 'protected'] as const;

const shownRecordSchema = z.strictObject({
  from: z.enum(sides),
  /** `Certificate`; several in one record with `+` between them, none in a piece of one. */
  holds: z.string(),
  isProtected: z.boolean(),
  /** Of the whole record. */
  bytes: z.number(),
  isChanged: z.boolean(),
  fate: z.enum(['in-flight', 'arrived', 'lost']),
});

/** What has happened so far in the connection under way: its records, and what each end waits for. */
export const tlsPredictedFromSchema = z.strictObject({
  lab: z.literal('tls'),
  records: z.array(shownRecordSchema),
  client: z.enum(phases),
  server: z.enum(phases),
});
export type TlsPredictedFrom = z.output<typeof tlsPredictedFromSchema>;

/** A run that goes on without news for so long is over. */
const mostSteps = 200;

/** What the engine does next from `state`: the run's own further actions, then what arrives by itself. null when nothing more is sent. */
export function predictTls(state: TlsState, further: readonly TlsAction[], ask: TlsAsk): Prediction | null {
  const from = predictedFrom(state);
  if (ask === 'state') {
    const next = step(state, further[0] ?? { kind: 'next' }).state;
    return { from, fields: sides.map((side) => phaseField(side, state, next)) };
  }
  const sent = sentBy(state, further);
  return sent.length > 0 ? { from, fields: recordFields(state, sent) } : null;
}

function predictedFrom(state: TlsState): TlsPredictedFrom {
  return {
    lab: 'tls',
    records: state.records
      .filter(({ connection }) => connection === state.connection)
      .map((record) => ({
        from: record.from,
        holds: record.said.map(({ kind }) => contents[kind]).join(' + '),
        isProtected: record.protection !== null,
        bytes: record.bytes.length,
        isChanged: record.tamperings.length > 0,
        fate: record.fate,
      })),
    client: state.client.phase,
    server: state.server.phase,
  };
}

/** The records of the first step in which an end sends any; a copy that somebody on the way makes is none. */
function sentBy(state: TlsState, further: readonly TlsAction[]): TlsRecord[] {
  let before = state;
  for (let at = 0; at < further.length + mostSteps; at += 1) {
    const after = step(before, further[at] ?? { kind: 'next' }).state;
    const sent = after.records
      .slice(before.records.length)
      .filter(({ copyOf, said }) => copyOf === undefined && said.length > 0);
    if (sent.length > 0) return sent;
    before = after;
  }
  return [];
}

const contentOf = (record: TlsRecord | undefined) => {
  const [first] = record?.said ?? [];
  return first && contents[first.kind];
};

function recordFields(state: TlsState, [record, following]: readonly TlsRecord[]): PredictedField[] {
  if (!record) return [];
  const content = contentOf(record) ?? '';
  const protection = record.protection ? 'protected' : 'clear';
  const last = state.records.findLast(({ from }) => from === record.from);
  const heard = state.records.findLast(({ from }) => from !== record.from);
  return [
    {
      name: 'from',
      form: { kind: 'one', of: sides },
      value: record.from,
      wrong: { 'from-the-other': peerOf(record.from) },
    },
    {
      name: 'message',
      form: { kind: 'one', of: contentNames },
      value: content,
      wrong: wrongOnly(content, {
        'message-after-it': contentOf(following),
        'message-again': contentOf(last),
        'message-of-the-peer': contentOf(heard),
        'goes-on-to-finished': 'Finished',
        'complains-by-alert': 'Alert',
      }),
    },
    {
      name: 'protection',
      form: { kind: 'one', of: protections },
      value: protection,
      wrong: { 'the-other-protection': protection === 'clear' ? 'protected' : 'clear' },
    },
    ...alertField(record),
  ];
}

/** Alerts that people take for one another. */
const oftenMeant: readonly AlertName[] = [
  'close_notify',
  'handshake_failure',
  'bad_certificate',
  'decrypt_error',
  'bad_record_mac',
];

function alertField(record: TlsRecord): PredictedField[] {
  const [alert] = record.said;
  const value = alert?.kind === 'alert' ? nameIn(alertDescriptions, alert.bytes[1] ?? 0) : null;
  if (!value) return [];
  const wrong = wrongOnly(
    value,
    Object.fromEntries(oftenMeant.map((name) => [`says-${name.replaceAll('_', '-')}`, name])),
  );
  return [{ name: 'alert', form: { kind: 'one', of: alertNames }, value, wrong }];
}

function phaseField(side: (typeof sides)[number], before: TlsState, after: TlsState): PredictedField {
  const is = after[side].phase;
  return {
    name: side,
    form: { kind: 'one', of: phases },
    value: is,
    wrong: wrongOnly(is, {
      'still-before': before[side].phase,
      'state-of-the-peer': after[peerOf(side)].phase,
      'already-connected': 'CONNECTED',
    }),
  };
}
