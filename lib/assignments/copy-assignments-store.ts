import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { shiftedDays } from '@/lib/assignments/wall-time';
import type { Assignment } from '@/lib/attempts/assignment';
import { type AssignmentRow, insertAssignment, toAssignment } from '@/lib/attempts/assignment-store';
import type { Selection } from '@/lib/attempts/selection';

/**
 * Copies what was set to a class, and the questions that were written for it, into another class: the same content, dates that many days
 * later at the same time of day by the clocks of each class. Extensions are people's and stay. Returns how many were copied.
 */
export async function copyAssignments(
  client: PoolClient,
  fromClass: string,
  toClass: string,
  shiftDays: number,
): Promise<number> {
  const zones = await client.query<{ from: string; to: string }>(
    'SELECT f.time_zone AS from, t.time_zone AS to FROM class f, class t WHERE f.id = $1 AND t.id = $2',
    [fromClass, toClass],
  );
  const [zone] = zones.rows;
  if (!zone) throw new Error(`there are no two classes ${fromClass} and ${toClass} to copy between`);
  await copyQuestions(client, fromClass, toClass);
  const { rows } = await client.query<AssignmentRow>(
    'SELECT * FROM assignment WHERE class_id = $1 AND withdrawn_at IS NULL ORDER BY created_at, id',
    [fromClass],
  );
  const renamed = (id: string) => (id.startsWith(`class/${fromClass}/`) ? id.replace(fromClass, toClass) : id);
  for (const assignment of rows.map(toAssignment)) {
    const moved = (at: Date) => shiftedDays(at, shiftDays, zone.from, zone.to);
    await insertAssignment(
      {
        ...assignment,
        id: randomUUID(),
        classId: toClass,
        selection: withIds(assignment.selection, renamed),
        frozen: assignment.frozen.map((one): Assignment['frozen'][number] => ({
          ...one,
          item: renamed(one.item),
          objective: one.objective.replace(`class/${fromClass}#`, `class/${toClass}#`),
        })),
        opensAt: moved(assignment.opensAt),
        dueAt: moved(assignment.dueAt),
      },
      client,
    );
  }
  return rows.length;
}

/** With every version that was asked of them: what was frozen can be asked in the other class too. */
async function copyQuestions(client: PoolClient, fromClass: string, toClass: string): Promise<void> {
  const classes = [fromClass, toClass];
  await client.query(
    `INSERT INTO own_question (class_id, slug, question, removed_at)
     SELECT $2, slug, question, removed_at FROM own_question WHERE class_id = $1 ON CONFLICT DO NOTHING`,
    classes,
  );
  await client.query(
    `INSERT INTO question_version (item, version, key_revision, public_form, secret_form)
     SELECT 'class/' || $2::text || '/' || q.slug, v.version, v.key_revision, v.public_form, v.secret_form
     FROM own_question q JOIN question_version v ON v.item = 'class/' || $1::text || '/' || q.slug
     WHERE q.class_id = $1::uuid ON CONFLICT DO NOTHING`,
    classes,
  );
}

function withIds(selection: Selection, renamed: (id: string) => string): Selection {
  switch (selection.kind) {
    case 'items':
      return { ...selection, items: selection.items.map(renamed) };
    case 'each':
      return {
        ...selection,
        objectives: selection.objectives.map(({ objective, count }) => {
          const [lesson = '', local = ''] = objective.split('#');
          return { objective: `${renamed(`${lesson}/`).slice(0, -1)}#${local}`, count };
        }),
      };
    case 'work':
      return selection;
  }
}
