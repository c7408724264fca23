import type { Ingredient, ListenerMeans } from './action';
import type { Note, Said, Swappable } from './endpoint';
import type { Side } from './side';
import type { Tampering } from './state';

/** Why a step did nothing. */
export type NoDeed =
  | 'nothing-under-way'
  | 'not-under-way'
  | 'no-such-record'
  | 'no-such-byte'
  | 'nothing-to-pass'
  | 'not-a-client-hello'
  | 'not-a-certificate'
  | 'encrypted'
  | 'suite-not-in-it'
  | 'no-session'
  | 'not-begun'
  | 'not-connected'
  | 'too-late'
  | 'only-in-1.2'
  | 'not-known-yet'
  | 'too-many';

/** The one sentence under the lab. Records are named by id. */
export type Why =
  | { code: 'no-deed'; reason: NoDeed }
  | { code: 'began'; resumes: boolean; connection: number }
  /** `note`: the weightiest thing that came of it at its destination; null: it was only read. */
  | { code: 'arrived'; record: number; side: Side; said: Said['kind'] | null; note: Note | null }
  | { code: 'sent'; side: Side; said: Said['kind'] }
  | { code: 'lost'; record: number; from: Side }
  | { code: 'replayed'; record: number; copy: number; from: Side }
  | { code: 'held'; record: number; passedBy: number; from: Side }
  | { code: 'tampered'; record: number; from: Side; tampering: Tampering }
  | { code: 'swapped'; side: Side; value: Swappable }
  | { code: 'listens'; means: ListenerMeans; opened: number; closed: number }
  | { code: 'derived'; right: boolean; secret: Ingredient; first: Ingredient; second: Ingredient; bound: boolean }
  | { code: 'ordered'; right: boolean; firstWrong: number };

/** What happened, in the order in which it happened. `at` is virtual milliseconds. */
export type TlsEvent =
  | { kind: 'record-sent'; at: number; side: Side; record: number }
  | { kind: 'record-arrived'; at: number; side: Side; record: number }
  | { kind: 'record-lost'; at: number; record: number }
  | { kind: 'record-copied'; at: number; record: number; copy: number }
  | { kind: 'record-changed'; at: number; record: number; tampering: Tampering }
  | { kind: 'noted'; at: number; side: Side; note: Note }
  | { kind: 'time-passed'; from: number; to: number }
  /** Closes each step and explains it. */
  | { kind: 'why'; at: number; why: Why };

/** The reason to show for a step. */
export function whyOf(events: readonly TlsEvent[]): Why | null {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event?.kind === 'why') return event.why;
  }
  return null;
}
