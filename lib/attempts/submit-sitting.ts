import { randomBytes, randomUUID } from 'node:crypto';
import { whyNotOpen } from '@/lib/attempts/assignment';
import { findAssigned } from '@/lib/attempts/assignment-store';
import { doorQuestions, hasDoor } from '@/lib/attempts/door-questions';
import { freezeItem } from '@/lib/attempts/freeze-item';
import { timesOf } from '@/lib/attempts/policy';
import { chooseItems } from '@/lib/attempts/selection';
import { findRun, openRun, type SittingRead } from '@/lib/attempts/sitting-store';
import { versions } from '@/lib/attempts/submit-versions';
import type { SessionClaims } from '@/lib/auth/session-token';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';

type Sitter = Pick<SessionClaims, 'learnerId' | 'guest'>;

/** Why no sitting was opened. An assignment of another class, and none at all, are told alike. */
export type NotOpened =
  | 'unknown-lesson'
  | 'no-door'
  | 'unknown-assignment'
  | 'sign-in'
  | 'not-yet'
  | 'over'
  | 'practice';
export type Opened = { kind: 'opened'; read: SittingRead } | { kind: 'refused'; why: NotOpened };

const refused = (why: NotOpened): Opened => ({ kind: 'refused', why });

/** 128 bits: what a learner is asked cannot be foreseen. */
const newSeed = () => randomBytes(16).toString('hex');

/** "I know this": begins at a lesson's door, or goes on where it was left. Guests may. */
export async function openDoor({ learnerId }: Sitter, address: string): Promise<Opened> {
  const ids = movedIds(await curriculum());
  const lesson = ids.lesson(address);
  if (!lesson) return refused('unknown-lesson');
  const lessonId = lesson.id;
  // What was begun at an old address goes on as it was asked.
  for (const at of ids.storedLessons(lessonId)) {
    const open = await findRun(learnerId, { lesson: at });
    if (open) return { kind: 'opened', read: open };
  }
  if (!hasDoor(lesson)) return refused('no-door');
  const known = await versions();
  const [id, seed] = [randomUUID(), newSeed()];
  const asked = doorQuestions(lesson, seed).flatMap((item) => known.current(item.id) ?? []);
  const items = await Promise.all(asked.map((one) => freezeItem(learnerId, one, id)));
  const policy = { kind: 'door' as const };
  const times = (openedAt: Date) => timesOf(policy, { openedAt, dueAt: openedAt, timeFactor: 1 });
  return { kind: 'opened', read: await openRun(learnerId, { lesson: lessonId }, { id, policy, items, seed, times }) };
}

/** Begins the one run of an assignment, or finds it. Its clock starts here, and nothing of it was told before. */
export async function openAssigned({ learnerId, guest }: Sitter, assignmentId: string): Promise<Opened> {
  if (guest) return refused('sign-in');
  const found = await findAssigned(learnerId, assignmentId);
  if (!found) return refused('unknown-assignment');
  const { assigned, now } = found;
  const open = await findRun(learnerId, { assignment: assignmentId });
  if (open) return { kind: 'opened', read: open };
  const why = whyNotOpen(assigned, now);
  if (why) return refused(why);
  const { assignment, dueAt, timeFactor } = assigned;
  const { policy } = assignment;
  if (policy.kind === 'practice') return refused('practice');
  const known = await versions();
  const [id, seed] = [randomUUID(), newSeed()];
  const asked = await Promise.all(
    chooseItems(assignment.selection, assignment.frozen, seed).map(async (item) => {
      const frozen = assignment.frozen.find((one) => one.item === item);
      const version = frozen && (await known.exact(item, frozen.version, frozen.keyRevision));
      if (!version) throw new Error(`${item} is assigned in ${assignmentId}, but its version was never written down`);
      return version;
    }),
  );
  const items = await Promise.all(asked.map((one) => freezeItem(learnerId, one, id)));
  const times = (openedAt: Date) => timesOf(policy, { openedAt, dueAt, timeFactor });
  const read = await openRun(learnerId, { assignment: assignmentId }, { id, policy, items, seed, times });
  return { kind: 'opened', read };
}
