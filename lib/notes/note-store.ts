import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import type { DatedNote, Note, NoteChange } from '@/lib/notes/note';

/** More than a reader of everything writes; it keeps one learner from filling the disk. */
const mostNotes = 5_000;
/** Those that were removed are counted here too: each leaves a row behind. */
const mostRows = 20_000;
/** All that was written, together: it is sent as a whole, and drawn on one page. A thousand pages of a book. */
const mostBytes = 4 * 1024 * 1024;

const columns = `id, lesson, heading, kind, text, anchor, revision, removed, conflict_of AS "conflictOf"`;

/** A learner's notes in a lesson, by all its addresses, or all of them; those that were removed are among them, so that other devices hear of it. */
export async function notesOf(learnerId: string, lessons?: readonly string[]): Promise<DatedNote[]> {
  const { rows } = await pool().query<DatedNote>(
    `SELECT ${columns}, edited_at AS "editedAt" FROM note
     WHERE learner_id = $1 AND ($2::text[] IS NULL OR lesson = ANY($2)) ORDER BY lesson, edited_at, id`,
    [learnerId, lessons ?? null],
  );
  return rows;
}

/**
 * Keeps changes. The one that comes last wins a note; what another device had written meanwhile is kept beside it, as a copy. Nothing that
 * was written is removed by who had not seen it. A change that is sent again changes nothing. Null: there is no such learner.
 */
export function changeNotes(learnerId: string, changes: readonly NoteChange[]): Promise<Note[] | 'full' | null> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    const known = await roomTaken(client, learnerId);
    if (!known) return null;
    const written = changes.filter(({ removed }) => !removed);
    const bytes = written.reduce((sum, { text, anchor }) => sum + bytesOf(text) + bytesOf(anchor?.quote ?? ''), 0);
    // A note is removed however full it is.
    const isFull =
      written.length > 0 && (known.notes + written.length > mostNotes || Number(known.bytes) + bytes > mostBytes);
    if (isFull || known.rows + changes.length > mostRows) return 'full';
    const kept: Note[] = [];
    for (const change of changes) kept.push(...(await changeNote(client, learnerId, change)));
    return kept;
  });
}

type Room = { notes: number; rows: number; bytes: string };

async function roomTaken(client: PoolClient, learnerId: string): Promise<Room | undefined> {
  const { rows } = await client.query<Room>(
    `SELECT taken.* FROM learner, LATERAL (
       SELECT count(*) FILTER (WHERE NOT removed)::int AS notes, count(*)::int AS rows,
         coalesce(sum(octet_length(text) + coalesce(octet_length(anchor->>'quote'), 0)), 0) AS bytes
       FROM note WHERE learner_id = learner.id) taken
     WHERE learner.id = $1`,
    [learnerId],
  );
  return rows[0];
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

async function changeNote(client: PoolClient, learnerId: string, change: NoteChange): Promise<Note[]> {
  const { rows } = await client.query<Note>(
    `SELECT ${columns} FROM note WHERE learner_id = $1 AND id = $2 FOR UPDATE`,
    [learnerId, change.id],
  );
  const [here] = rows;
  if (here && saysTheSame(here, change)) return [here];
  const isSeen = !here || here.revision <= change.revision;
  // Removed by who had not seen what stands there now: it stays.
  if (here && !isSeen && change.removed) return [here];
  const next: Note = {
    ...change,
    revision: (here?.revision ?? 0) + 1,
    conflictOf: here?.conflictOf ?? null,
  };
  const written = await write(client, learnerId, next);
  const hasLost = here !== undefined && !isSeen && !here.removed && here.text.trim() !== '';
  if (!hasLost) return [written];
  const copy = await write(client, learnerId, { ...here, id: copyId(here), revision: 1, conflictOf: here.id });
  return [written, copy];
}

async function write(client: PoolClient, learnerId: string, note: Note): Promise<Note> {
  const { rows } = await client.query<Note>(
    `INSERT INTO note AS n (learner_id, id, lesson, heading, kind, text, anchor, revision, removed, conflict_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (learner_id, id) DO UPDATE SET heading = excluded.heading, text = excluded.text, anchor = excluded.anchor,
       revision = excluded.revision, removed = excluded.removed, edited_at = clock_timestamp()
     RETURNING ${columns}`,
    [
      learnerId,
      note.id,
      note.lesson,
      note.heading,
      note.kind,
      note.removed ? '' : note.text,
      note.removed || note.anchor === null ? null : JSON.stringify(note.anchor),
      note.revision,
      note.removed,
      note.conflictOf,
    ],
  );
  const [written] = rows;
  if (!written) throw new Error(`note ${note.id} was not written`);
  return written;
}

function saysTheSame(here: Note, change: NoteChange): boolean {
  if (change.removed) return here.removed;
  return !here.removed && here.text === change.text && here.heading === change.heading;
}

/** Follows from the note and its revision: a change that is sent again makes the same copy. */
function copyId({ id, revision }: Note): string {
  const hex = createHash('sha256').update(`${id} ${revision}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
