import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import type { Role } from '../../lib/auth/role';
import type { Asker } from './roles';

/** Rows that the table's ids stand for: of the class that is asked about, and of another one. */
export type Named = {
  readonly class: string;
  readonly learner: string;
  readonly attempt: string;
  readonly assignment: string;
  readonly import: string;
  readonly sitting: string;
  readonly question: string;
};

export type Cast = {
  readonly own: Named;
  readonly other: Named;
  /** A cookie of a browser that nobody else uses: what an action does to its session is over with it. */
  cookie(asker: Asker): Promise<string>;
  close(): Promise<void>;
};

type Person = { readonly id: string; readonly role: Role; readonly isGuest: boolean };

/** Two classes with their people, straight into the tested product's tables. */
export async function makeCast(url: string, dataDir: string): Promise<Cast> {
  const client = new pg.Pool({ connectionString: url, max: 4 });
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim();
  const mark = randomUUID().slice(0, 8);
  const passwordHash = await hash(randomUUID());

  async function person(login: string | null, role: Role = 'learner'): Promise<Person> {
    const id = randomUUID();
    const named = login && `${login}-${mark}`;
    // With a password that nobody types: what asks for it again is refused.
    await client.query(
      'INSERT INTO learner (id, login, name, role, password_hash) VALUES ($1, $2, $2, $3::"Role", $4)',
      [id, named, role, named && passwordHash],
    );
    return { id, role, isGuest: login === null };
  }

  async function classOf(learner: Person, staff: readonly [Person, string][]): Promise<Named> {
    const made: Named = {
      class: randomUUID(),
      learner: learner.id,
      attempt: randomUUID(),
      assignment: randomUUID(),
      import: randomUUID(),
      sitting: randomUUID(),
      question: 'written-here',
    };
    await client.query("INSERT INTO class (id, name, paths) VALUES ($1, $2, '{tcp-tls}')", [
      made.class,
      `Class ${mark}`,
    ]);
    for (const [who, role] of [...staff, [learner, 'learner'] as const])
      await client.query('INSERT INTO enrolment (class_id, learner_id, role) VALUES ($1, $2, $3::"ClassRole")', [
        made.class,
        who.id,
        role,
      ]);
    await client.query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible)
       SELECT $1, $2, q.item, q.version, q.key_revision, 1, '{"choice": "none"}', 0, 1 FROM question_version q
       WHERE q.item LIKE 'tcp-tls/tcp-first-look/%' AND q.secret_form->'question'->>'kind' = 'single-choice'
         AND q.secret_form->'question'->>'use' = 'practice' ORDER BY q.item LIMIT 1`,
      [made.learner, made.attempt],
    );
    await client.query(
      `INSERT INTO assignment (id, class_id, title, policy, selection, frozen, opens_at, due_at)
       SELECT $1, $2, '{"en": "Set"}', $3, jsonb_build_object('kind', 'items', 'items', jsonb_build_array(q.item)),
         jsonb_build_array(jsonb_build_object('item', q.item, 'objective', '', 'version', q.version, 'keyRevision', q.key_revision)),
         now() - interval '1 hour', now() + interval '1 day'
       FROM question_version q WHERE q.item LIKE 'tcp-tls/tcp-first-look/%' AND q.secret_form ? 'question' ORDER BY q.item LIMIT 1`,
      [
        made.assignment,
        made.class,
        { kind: 'graded', tries: 1, credit: [1], feedback: 'now', late: { hours: 0, credit: 1 } },
      ],
    );
    await client.query(
      `INSERT INTO sitting (learner_id, id, kind, assignment_id, policy, tries, credit, items, seed, due_at)
       SELECT $1, $2, 'graded', w.id, jsonb_build_object('rules', w.policy, 'endsAt', w.due_at), 1, '{1}',
         jsonb_build_array((w.frozen->0) - 'objective' || '{"draw": null}'), repeat('0', 32), w.due_at FROM assignment w WHERE w.id = $3`,
      [made.learner, made.sitting, made.assignment],
    );
    return made;
  }

  const people: Record<Exclude<Asker, 'nobody' | 'guest'>, Person> = {
    learner: await person('learner'),
    member: await person('member'),
    other: await person('other'),
    assistant: await person('assistant'),
    instructor: await person('instructor'),
    author: await person('author', 'author'),
    teacher: await person('teacher', 'instructor'),
    admin: await person('admin', 'admin'),
  };
  const own = await classOf(people.member, [
    [people.assistant, 'assistant'],
    [people.instructor, 'instructor'],
  ]);
  const other = await classOf(await person('stranger'), [[people.other, 'instructor']]);

  return {
    own,
    other,
    cookie: async (asker) => {
      if (asker === 'nobody') return '';
      const who = asker === 'guest' ? await person(null) : people[asker];
      const sid = randomUUID();
      await client.query(
        "INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
        [who.id, sid],
      );
      const token = { sub: who.id, sid, guest: who.isGuest, role: who.role };
      return `handrail.session=${await encode({ token, secret, maxAge: 3_600 })}`;
    },
    close: () => client.end(),
  };
}
