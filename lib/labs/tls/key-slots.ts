import type { TlsVersion } from './code-points';
import { type Side, sides } from './side';
import type { TlsState } from './state';
import { type CipherSuite, type KeyExchange, suiteNamed } from './suites';
import { unlessSwapped } from './talk';
import type { Value, ValueName } from './value';

/** Which key schedule it is, or will be as far as one can tell before it is agreed. */
export type KeyPlan = {
  version: TlsVersion;
  /** 1.2: how the first common secret comes about. */
  exchange: KeyExchange;
  /** 1.2: bound to all messages (RFC 7627) instead of to the two randoms. */
  bound: boolean;
  /** A session is taken up, or its ticket has been shown and not refused. */
  resumes: boolean;
  /** 1.3: the server gives tickets, and the client wants them. */
  tickets: boolean;
};

/** One value of the schedule, known or not. */
export type KeySlot = {
  name: ValueName;
  /** As each side goes on with it; null: not known there (yet). */
  known: Readonly<Record<Side, Value | null>>;
};

export function keyPlan(state: TlsState): KeyPlan {
  const { client, server, setup } = state;
  const version = client.version ?? server.version ?? bestVersion(state);
  const suite = client.suite ?? server.suite ?? likelySuite(state, version);
  // Known as soon as the server has answered.
  const isAnswered = server.values.some(({ name }) => name === 'server_random');
  const isShown = state.connection > 0 && client.offered?.version === version && !isAnswered;
  return {
    version,
    exchange: suite?.exchange ?? 'ecdhe',
    bound: isAnswered
      ? server.extendedMasterSecret
      : setup.client.extendedMasterSecret && setup.server.extendedMasterSecret,
    resumes: client.resumed || server.resumed || isShown,
    tickets: setup.client.tickets && setup.server.tickets > 0,
  };
}

function bestVersion({ setup: { client, server } }: TlsState): TlsVersion {
  return client.versions.includes('1.3') && server.versions.includes('1.3') ? '1.3' : '1.2';
}

/** What the server would choose (`server-choice`), the key in its certificate being what it is. */
function likelySuite({ setup: { client, server } }: TlsState, version: TlsVersion): CipherSuite | undefined {
  return server.suites
    .map(suiteNamed)
    .find(
      (suite) =>
        suite.version === version &&
        client.suites.includes(suite.name) &&
        (version === '1.3' || suite.key === server.key),
    );
}

const always = () => true;
const isEphemeral = ({ version, exchange, resumes }: KeyPlan) =>
  version === '1.3' || (exchange === 'ecdhe' && !resumes);

type Wanted = (plan: KeyPlan) => boolean;
const exchanged: readonly [ValueName, Wanted][] = [
  ['client_private_key', isEphemeral],
  ['client_key_share', isEphemeral],
  ['server_private_key', isEphemeral],
  ['server_key_share', isEphemeral],
];

/** RFC 5246 §8.1 and §6.3, in an order in which every value stands behind those it is made of. */
const of12: readonly [ValueName, Wanted][] = [
  ['client_random', always],
  ['server_random', always],
  ...exchanged,
  ['premaster_secret', ({ resumes }) => !resumes],
  ['encrypted_premaster_secret', ({ exchange, resumes }) => exchange === 'rsa' && !resumes],
  ['session_hash', ({ bound, resumes }) => bound && !resumes],
  ['master_secret', always],
  ['key_block', always],
  ['client_write_key', always],
  ['server_write_key', always],
  ['client_write_iv', always],
  ['server_write_iv', always],
  ['hash_before_client_finished', always],
  ['client_verify_data', always],
  ['hash_before_server_finished', always],
  ['server_verify_data', always],
];

const ofTicket: Wanted = ({ resumes }) => resumes;

/** RFC 8446 §7.1 and §7.3, likewise. */
const of13: readonly [ValueName, Wanted][] = [
  ['client_random', always],
  ['psk', ofTicket],
  ['early_secret', always],
  ['binder_key', ofTicket],
  ['binder_finished_key', ofTicket],
  ['hash_to_binders', ofTicket],
  ['binder', ofTicket],
  ['early_derived_secret', always],
  ['server_random', always],
  ...exchanged,
  ['ecdhe_shared_secret', always],
  ['handshake_secret', always],
  ['hash_to_server_hello', always],
  ...(['client', 'server'] as const).flatMap((side): [ValueName, Wanted][] => [
    [`${side}_handshake_traffic_secret`, always],
    [`${side}_handshake_key`, always],
    [`${side}_handshake_iv`, always],
    [`${side}_finished_key`, always],
    [`hash_before_${side}_finished`, always],
    [`${side}_verify_data`, always],
  ]),
  ['handshake_derived_secret', always],
  ['master_secret', always],
  ['hash_to_server_finished', always],
  ...(['client', 'server'] as const).flatMap((side): [ValueName, Wanted][] => [
    [`${side}_application_traffic_secret`, always],
    [`${side}_application_key`, always],
    [`${side}_application_iv`, always],
  ]),
  ['exporter_master_secret', always],
  ['hash_to_client_finished', always],
  ['resumption_master_secret', always],
  ['ticket_nonce', ({ tickets }) => tickets],
  ['resumption_psk', ({ tickets }) => tickets],
];

/** The key schedule of the connection under way: every value it has or will have, with what each side knows of it. */
export function keySlots(state: TlsState, plan: KeyPlan = keyPlan(state)): KeySlot[] {
  const names = plan.version === '1.3' ? of13 : of12;
  return names
    .filter(([, isWanted]) => isWanted(plan))
    .map(([name]) => ({
      name,
      known: { client: heldBy(state, 'client', name), server: heldBy(state, 'server', name) },
    }));
}

/** What a side goes on with: where somebody swapped a value, the other one. */
function heldBy(state: TlsState, side: Side, name: ValueName): Value | null {
  const endpoint = state[side];
  const value = endpoint.values.find((one) => one.name === name);
  if (!value) return null;
  const swappable = name === 'ecdhe_shared_secret' ? 'premaster_secret' : name;
  if (swappable !== 'client_random' && swappable !== 'server_random' && swappable !== 'premaster_secret') return value;
  return { ...value, bytes: unlessSwapped(endpoint, swappable, value.bytes) };
}

/** A side's version of it; where both have one, the client's. */
export function anyKnown(slot: KeySlot): Value | null {
  for (const side of sides) if (slot.known[side]) return slot.known[side];
  return null;
}
