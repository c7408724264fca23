import { assertNever } from '@/lib/assert-never';
import { sameBytes } from '../bytes';
import type { DeadEnd } from '../lab';
import { contentTypes } from './code-points';
import { overhear } from './eavesdropper';
import type { TlsGoal } from './goal';
import { type Side, sides } from './side';
import type { TlsState } from './state';
import { firstWrong } from './story';

/** Whether a goal holds in a state. */
export function isMet(goal: TlsGoal, state: TlsState): boolean {
  const { client, server } = state;
  switch (goal.kind) {
    case 'connected':
      return isConnected(state);
    case 'version':
      return isConnected(state) && client.version === goal.version;
    case 'suite':
      return isConnected(state) && client.suite?.name === goal.suite;
    case 'group':
      return isConnected(state) && client.group === goal.group;
    case 'retried':
      return isConnected(state) && client.retried;
    case 'resumed':
      return isConnected(state) && client.resumed && server.resumed;
    case 'alert':
      return state.history.some(
        ({ side, note }) => note.code === 'alert-sent' && side === goal.from && note.alert === goal.alert,
      );
    case 'finished-failed':
      return finishedFailed(state);
    case 'received':
      return sameBytes(state[goal.side].received, new TextEncoder().encode(goal.text));
    case 'decrypted':
      return readData(state, state.listener, goal.from);
    case 'stays-secret':
      return (
        sides.some((side) => state[side].received.length > 0) &&
        sides.every((side) => !readData(state, goal.means, side))
      );
    case 'derived-key':
      return state.attempts.some(({ right }) => right);
    case 'steps-in-order':
      return state.ordered !== null && firstWrong(state.ordered, state.story) === -1;
    case 'closed-cleanly':
      return sides.every((side) => state[side].closeSent && state[side].closeReceived);
    default:
      return assertNever(goal);
  }
}

/** Both sides are through the handshake (and perhaps already closed). */
function isConnected({ client, server }: TlsState): boolean {
  const isThrough = (phase: string) => phase === 'CONNECTED' || phase === 'CLOSED';
  return isThrough(client.phase) && isThrough(server.phase);
}

/** The first thing under new keys, in either version, is what Finished is in: where it does not open, the keys differ. */
function finishedFailed(state: TlsState): boolean {
  const { history } = state;
  return history.some(({ connection, note, side }) => {
    if (note.code !== 'refused') return false;
    if (note.what === 'finished') return true;
    const wasConnected = history.some(
      (one) => one.connection === connection && one.side === side && one.note.code === 'connected',
    );
    return note.what === 'record' && !wasConnected;
  });
}

function readData(state: TlsState, means: TlsState['listener'], from: Side): boolean {
  return overhear(state, means).some(
    ({ record, reading, type, text }) =>
      reading === 'opened' &&
      type === contentTypes.application_data &&
      (text?.length ?? 0) > 0 &&
      state.records[record]?.from === from,
  );
}

/** Why a goal is out of reach. */
export type TlsDeadEnd = 'connection-failed' | 'other-version' | 'other-suite' | 'other-group' | 'other-text';

/** See `Lab.deadEnd`. Whoever may connect again can still reach everything. */
export function deadEnd(goals: readonly TlsGoal[], state: TlsState, allowed: readonly string[]): DeadEnd | null {
  if (allowed.includes('connect')) return null;
  for (const [goal, wanted] of goals.entries()) {
    const why = isMet(wanted, state) ? null : whyUnreachable(wanted, state, allowed);
    if (why) return { goal, why };
  }
  return null;
}

function whyUnreachable(goal: TlsGoal, state: TlsState, allowed: readonly string[]): TlsDeadEnd | null {
  const { client } = state;
  const failed =
    sides.some((side) => state[side].phase === 'FAILED') && !canResume(state, allowed) ? 'connection-failed' : null;
  switch (goal.kind) {
    case 'version':
      return failed ?? (client.version && client.version !== goal.version ? 'other-version' : null);
    case 'suite':
      return failed ?? (client.suite && client.suite.name !== goal.suite ? 'other-suite' : null);
    case 'group':
      return failed ?? (client.group && client.group !== goal.group ? 'other-group' : null);
    case 'received': {
      const wanted = new TextEncoder().encode(goal.text);
      const found = state[goal.side].received;
      return failed ?? (sameBytes(found, wanted.subarray(0, found.length)) ? null : 'other-text');
    }
    case 'connected':
    case 'retried':
    case 'resumed':
    case 'stays-secret':
    case 'closed-cleanly':
    case 'steps-in-order':
    case 'derived-key':
      return failed;
    case 'alert':
    case 'finished-failed':
    case 'decrypted':
      return null;
    default:
      return assertNever(goal);
  }
}

function canResume(state: TlsState, allowed: readonly string[]): boolean {
  return allowed.includes('resume') && state.sessions.length > 0;
}
