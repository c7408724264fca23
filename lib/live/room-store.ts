import type { PoolClient } from 'pg';
import { z } from 'zod';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { type AskedQuestion, closedRoom, type Room, stages } from '@/lib/live/room';
import type { RoomEvent } from '@/lib/live/room-event';
import { readSharedRun } from '@/lib/live/shared-run';

export type NumberedRoom = { readonly seq: number; readonly room: Room };

/** How many events of a room are kept, and for how long: a screen that was away for longer looks at everything anew. */
export const mostKeptEvents = 256;
const keptHours = 24;

const askedSchema: z.ZodType<AskedQuestion> = z.object({
  id: z.string(),
  item: z.string(),
  version: z.string(),
  keyRevision: z.number(),
  askedAt: z.string(),
  stage: z.enum(stages),
  rounds: z.array(z.object({ id: z.string(), openedAt: z.string(), closedAt: z.string().nullable() })),
});

const stateSchema = z.object({
  activity: z
    .union([
      z.object({ kind: z.literal('question'), asked: askedSchema }),
      z.object({ kind: z.literal('lab'), run: z.unknown() }),
    ])
    .nullable()
    .catch(null),
  past: z.array(askedSchema).catch([]),
});

type RoomRow = { seq: number; opened_at: Date | null; state: unknown };

/** A room as it lies in the database. A lab whose engine has become another since is put away. */
function toRoom({ seq, opened_at, state }: RoomRow): NumberedRoom {
  const read = stateSchema.safeParse(state);
  if (opened_at === null || !read.success) return { seq, room: closedRoom };
  const { activity, past } = read.data;
  const room = { openedAt: opened_at.toISOString(), past };
  if (activity?.kind !== 'lab') return { seq, room: { ...room, activity } };
  const shared = readSharedRun(activity.run);
  return { seq, room: { ...room, activity: shared.kind === 'run' ? { kind: 'lab', run: shared.run } : null } };
}

export async function findRoom(classId: string): Promise<NumberedRoom> {
  const { rows } = await pool().query<RoomRow>({
    name: 'live-room',
    text: 'SELECT seq, opened_at, state FROM class_room WHERE class_id = $1',
    values: [classId],
  });
  return rows[0] ? toRoom(rows[0]) : { seq: 0, room: closedRoom };
}

export type RoomChange = { readonly room: Room; readonly fact: RoomEvent['fact'] };

/**
 * Changes a room: one at a time, since its row is locked, and with the event that tells of it, whose number is the next. Every process hears
 * of it at COMMIT. `change` returns null to leave everything as it is.
 */
export function changeRoom(
  classId: string,
  change: (room: Room, client: PoolClient) => Promise<RoomChange | null>,
): Promise<boolean> {
  return transaction(async (client) => {
    await client.query('INSERT INTO class_room (class_id) VALUES ($1) ON CONFLICT DO NOTHING', [classId]);
    const { rows } = await client.query<RoomRow>(
      'SELECT seq, opened_at, state FROM class_room WHERE class_id = $1 FOR UPDATE',
      [classId],
    );
    const found = rows[0] && toRoom(rows[0]);
    const changed = found && (await change(found.room, client));
    if (!changed) return false;
    const { openedAt, ...state } = changed.room;
    const kept = {
      ...state,
      activity: state.activity?.kind === 'lab' ? toKeptLab(state.activity.run) : state.activity,
    };
    await client.query('UPDATE class_room SET opened_at = $2, state = $3 WHERE class_id = $1', [
      classId,
      openedAt,
      JSON.stringify(kept),
    ]);
    const isOpening = (openedAt === null) !== (found.room.openedAt === null);
    await addEvent(client, classId, changed.fact, null, isOpening);
    return true;
  });
}

/** As a lab's link has it, so that it is read back by the same rules. */
function toKeptLab({
  major,
  at,
  run: { lab, setup, seed, given, actions },
}: Extract<NonNullable<Room['activity']>, { kind: 'lab' }>['run']) {
  return { kind: 'lab', run: { lab, major, setup, seed, given, actions, at } };
}

/** Adds an event in the transaction of what it tells of. */
export async function addEvent(
  client: PoolClient,
  classId: string,
  { kind, ...data }: RoomEvent['fact'],
  learnerId: string | null,
  isOpening = false,
): Promise<void> {
  await client.query(
    `WITH next AS (UPDATE class_room SET seq = seq + 1 WHERE class_id = $1 RETURNING seq),
       added AS (INSERT INTO room_event (class_id, seq, kind, data, learner_id) SELECT $1, seq, $2, $3, $4 FROM next)
     SELECT pg_notify('handrail_room', $5 || $1::text) FROM next`,
    [classId, kind, JSON.stringify(data), learnerId, isOpening ? 'o:' : 'e:'],
  );
}

type EventRow = { seq: number; kind: string; data: unknown; learner_id: string | null };

const factSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['opened', 'closed', 'cleared', 'hand-raised', 'hand-lowered']) }),
  z.object({ kind: z.enum(['asked', 'vote-ended', 'vote-opened', 'revealed']), question: z.string() }),
  z.object({ kind: z.literal('lab'), run: z.unknown() }),
]);

/** What is no longer understood is told as "look anew": an emptied room. */
function toEvent({ seq, kind, data, learner_id }: EventRow): RoomEvent {
  const read = factSchema.safeParse({ ...(data !== null && typeof data === 'object' ? data : {}), kind });
  const cleared = { seq, learnerId: learner_id, fact: { kind: 'cleared' } as const };
  if (!read.success) return cleared;
  if (read.data.kind !== 'lab') return { seq, learnerId: learner_id, fact: read.data };
  const { run: kept } = read.data;
  const run = sharedIn(kept);
  return run ? { seq, learnerId: learner_id, fact: { kind: 'lab', run } } : cleared;
}

/** An event's run was written as it is: `{ major, at, run }`. */
function sharedIn(kept: unknown) {
  if (kept === null || typeof kept !== 'object' || !('run' in kept) || !('major' in kept) || !('at' in kept))
    return null;
  const { major, at, run } = kept;
  const read = readSharedRun({ ...(run !== null && typeof run === 'object' ? run : {}), major, at });
  return read.kind === 'run' ? read.run : null;
}

/** The events after `seq` that are kept, in order. */
export async function eventsAfter(classId: string, seq: number): Promise<RoomEvent[]> {
  const { rows } = await pool().query<EventRow>({
    name: 'live-events',
    text: 'SELECT seq, kind, data, learner_id FROM room_event WHERE class_id = $1 AND seq > $2 ORDER BY seq',
    values: [classId, seq],
  });
  return rows.map(toEvent);
}

/** Which rooms are open, and how far those in `watched` have come, open or not. */
export async function roomNumbers(
  watched: readonly string[],
): Promise<{ classId: string; seq: number; isOpen: boolean }[]> {
  const { rows } = await pool().query<{ classId: string; seq: number; isOpen: boolean }>({
    name: 'live-numbers',
    text: `SELECT class_id AS "classId", seq, opened_at IS NOT NULL AS "isOpen" FROM class_room
      WHERE opened_at IS NOT NULL OR class_id = ANY($1)`,
    values: [watched],
  });
  return rows;
}

/** The learners of every class whose room is open. */
export async function attendingLearners(): Promise<{ learnerId: string; classId: string }[]> {
  const { rows } = await pool().query<{ learnerId: string; classId: string }>({
    name: 'live-attending',
    text: `SELECT e.learner_id AS "learnerId", e.class_id AS "classId" FROM class_room r JOIN enrolment e USING (class_id)
      WHERE r.opened_at IS NOT NULL AND e.left_at IS NULL AND e.role = 'learner'`,
  });
  return rows;
}

/** Closes rooms that nobody has closed for half a day, and forgets what is too old to catch up with. */
export async function sweepRooms(): Promise<void> {
  await pool().query(
    `DELETE FROM room_event e USING class_room r
     WHERE r.class_id = e.class_id AND (e.seq <= r.seq - $1 OR e.at < now() - make_interval(hours => $2))`,
    [mostKeptEvents, keptHours],
  );
  await pool().query("DELETE FROM room_presence WHERE seen_at < now() - interval '1 day'");
  const { rows } = await pool().query<{ id: string }>(
    `SELECT class_id AS id FROM class_room WHERE opened_at < now() - interval '12 hours'`,
  );
  for (const { id } of rows) await changeRoom(id, async () => ({ room: closedRoom, fact: { kind: 'closed' } }));
}

/** The rooms that are open to a learner at this moment. */
export async function openRoomsOf(learnerId: string): Promise<{ classId: string; name: string }[]> {
  const { rows } = await pool().query<{ classId: string; name: string }>({
    name: 'live-open-rooms',
    text: `SELECT c.id AS "classId", c.name FROM enrolment e JOIN class_room r USING (class_id) JOIN class c ON c.id = e.class_id
      WHERE e.learner_id = $1 AND e.left_at IS NULL AND e.role = 'learner' AND r.opened_at IS NOT NULL ORDER BY r.opened_at DESC`,
    values: [learnerId],
  });
  return rows;
}
