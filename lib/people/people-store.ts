import type { ClassRole } from '@/lib/access/class-access';
import type { Role } from '@/lib/auth/role';
import { pool } from '@/lib/db/pool';
import type { Person } from '@/lib/people/person';

const columns = `l.id, l.login, l.name, l.email, l.role::text AS role, l.created_at AS "createdAt", l.last_seen_at AS "lastSeenAt",
  l.suspended_at AS "suspendedAt"`;

export type PeopleAsked = {
  /** Each begins a word of their name, login or address. */
  readonly words: readonly string[];
  readonly role?: Role | undefined;
  readonly suspended?: boolean | undefined;
  /** The login after which the page begins. */
  readonly after?: string | undefined;
};

/** People with an account, in the order of their logins; one more than a page shows tells that there is another page. */
export async function findPeople(
  { words, role, suspended = false, after }: PeopleAsked,
  limit: number,
): Promise<Person[]> {
  const values: unknown[] = [limit];
  const given = (value: unknown) => `$${values.push(value)}`;
  const where = ['l.login IS NOT NULL'];
  // The bytes of a prefix, and the same followed by what no text holds.
  for (const word of words) {
    const [from, to] = [given(Buffer.from(word)), given(Buffer.concat([Buffer.from(word), Buffer.from([0xff])]))];
    where.push(`l.id IN (SELECT w.person_id FROM person_word w WHERE w.word >= ${from} AND w.word < ${to})`);
  }
  if (role) where.push(`l.role = ${given(role)}::"Role"`);
  if (suspended) where.push('l.suspended_at IS NOT NULL');
  if (after !== undefined) where.push(`l.login > ${given(after)}`);
  const { rows } = await pool().query<Person>(
    `SELECT ${columns} FROM learner l WHERE ${where.join(' AND ')} ORDER BY l.login LIMIT $1`,
    values,
  );
  return rows;
}

export type PersonsClass = {
  readonly id: string;
  readonly name: string;
  readonly role: ClassRole;
  readonly archivedAt: Date | null;
};

export type PersonSeen = {
  readonly person: Person;
  readonly classes: readonly PersonsClass[];
  readonly answers: number;
  readonly sessions: number;
  readonly hasPassword: boolean;
};

export async function findPerson(id: string): Promise<PersonSeen | undefined> {
  const { rows } = await pool().query<Person & { answers: number; sessions: number; hasPassword: boolean }>(
    `SELECT ${columns}, l.password_hash IS NOT NULL AS "hasPassword",
       (SELECT count(*)::int FROM attempt a WHERE a.learner_id = l.id) AS answers,
       (SELECT count(*)::int FROM session s WHERE s.learner_id = l.id AND s.revoked_at IS NULL AND s.expires_at > now()) AS sessions
     FROM learner l WHERE l.id = $1 AND l.login IS NOT NULL`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { answers, sessions, hasPassword, ...person } = row;
  const classes = await pool().query<PersonsClass>(
    `SELECT c.id, c.name, e.role, c.archived_at AS "archivedAt" FROM enrolment e JOIN class c ON c.id = e.class_id
     WHERE e.learner_id = $1 AND e.left_at IS NULL ORDER BY c.archived_at IS NOT NULL, c.created_at DESC, c.id LIMIT 200`,
    [id],
  );
  return { person, classes: classes.rows, answers, sessions, hasPassword };
}

/** What the administration begins with. */
export type SiteCounts = {
  readonly people: number;
  readonly guests: number;
  readonly suspended: number;
  readonly seenToday: number;
  readonly classes: number;
  readonly archived: number;
};

export async function siteCounts(): Promise<SiteCounts> {
  const { rows } = await pool().query<SiteCounts>(
    `SELECT p.*, c.* FROM
       (SELECT count(*) FILTER (WHERE login IS NOT NULL)::int AS people, count(*) FILTER (WHERE login IS NULL)::int AS guests,
          count(*) FILTER (WHERE suspended_at IS NOT NULL)::int AS suspended,
          count(*) FILTER (WHERE last_seen_at > now() - interval '1 day')::int AS "seenToday" FROM learner) p,
       (SELECT count(*) FILTER (WHERE archived_at IS NULL)::int AS classes,
          count(*) FILTER (WHERE archived_at IS NOT NULL)::int AS archived FROM class) c`,
  );
  const [row] = rows;
  if (!row) throw new Error('counting came to nothing');
  return row;
}
