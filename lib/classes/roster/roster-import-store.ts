import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import { MOST_GROUPS } from '@/lib/classes/class-name';
import type { Classroom } from '@/lib/classes/classroom';
import { enrol } from '@/lib/classes/enrol-store';
import { makeAccounts } from '@/lib/classes/made-account-store';
import type { Finding, FindingCode, Roster, RosterRow } from '@/lib/classes/roster/roster';
import {
  countSteps,
  type KnownPerson,
  planRoster,
  type RosterNumbers,
  type RosterPlan,
  type RosterStep,
} from '@/lib/classes/roster/roster-plan';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import { addLinkMail } from '@/lib/mail/link-mail';
import { canSendMail } from '@/lib/mail/send-mail';

/** Keeps a roster that was read until somebody says yes; names in it are gone after a day at most, and with the class. Returns its id. */
export async function keepRoster(classId: string, madeBy: string, file: string, roster: Roster): Promise<string> {
  const id = randomUUID();
  await pool().query(
    "DELETE FROM roster_import WHERE made_at < now() - interval '1 day' OR (class_id = $1 AND made_by = $2)",
    [classId, madeBy],
  );
  await pool().query('INSERT INTO roster_import (class_id, id, made_by, file, roster) VALUES ($1, $2, $3, $4, $5)', [
    classId,
    id,
    madeBy,
    file.slice(0, 200),
    JSON.stringify(roster),
  ]);
  return id;
}

export type KeptRoster = { readonly file: string; readonly roster: Roster };

/** Whoever may change the roster of the class may look at it, until it is a day old. */
export async function findKeptRoster(
  classId: string,
  id: string,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<KeptRoster | undefined> {
  const { rows } = await client.query<KeptRoster>(
    "SELECT file, roster FROM roster_import WHERE class_id = $1 AND id = $2 AND made_at > now() - interval '1 day'",
    [classId, id],
  );
  return rows[0];
}

/** What taking it over would do now. */
export async function planFor(
  classId: string,
  rows: readonly RosterRow[],
  mayEnrolOthers: boolean,
  client: Pick<PoolClient, 'query'> = pool(),
): Promise<RosterPlan> {
  const { rows: groups } = await client.query<{ groups: string[] }>('SELECT groups FROM class WHERE id = $1', [
    classId,
  ]);
  const mostGroups = groupsThatFit(groups[0]?.groups ?? [], rows);
  return planRoster(rows, await peopleFor(classId, rows, client), { mayEnrolOthers, mostGroups });
}

/** The groups there are and the new ones in the order of the file, until there are as many as may be; undefined: all fit. */
function groupsThatFit(groups: readonly string[], rows: readonly RosterRow[]): string[] | undefined {
  const all = new Set(groups);
  for (const { group } of rows) if (group) all.add(group);
  return all.size <= MOST_GROUPS ? undefined : [...all].slice(0, MOST_GROUPS);
}

async function peopleFor(
  classId: string,
  roster: readonly RosterRow[],
  client: Pick<PoolClient, 'query'>,
): Promise<KnownPerson[]> {
  const given = (field: 'email' | 'login' | 'externalId' | 'name') => [
    ...new Set(roster.flatMap((row) => row[field] ?? [])),
  ];
  const { rows } = await client.query<{
    learnerId: string;
    name: string | null;
    login: string | null;
    email: string | null;
    isMadeHere: boolean;
    role: 'learner' | 'assistant' | 'instructor' | null;
    group: string | null;
    externalId: string | null;
    hasLeft: boolean;
  }>(
    `WITH meant AS (
       SELECT id FROM learner WHERE email = ANY($2::text[]) AND login IS NOT NULL
       UNION SELECT id FROM learner WHERE login = ANY($3::text[])
       UNION SELECT learner_id FROM enrolment WHERE class_id = $1 AND external_id = ANY($4::text[])
       UNION SELECT l.id FROM enrolment e JOIN learner l ON l.id = e.learner_id
         WHERE e.class_id = $1 AND l.made_by_class = $1 AND l.name = ANY($5::text[]))
     SELECT l.id AS "learnerId", CASE WHEN l.made_by_class = $1 THEN l.name END AS name, l.login, l.email,
       coalesce(l.made_by_class = $1, false) AS "isMadeHere", e.role, e.group_name AS "group", e.external_id AS "externalId",
       e.left_at IS NOT NULL AS "hasLeft"
     FROM meant m JOIN learner l ON l.id = m.id LEFT JOIN enrolment e ON e.learner_id = l.id AND e.class_id = $1
     ORDER BY e.enrolled_at, l.login`,
    [classId, given('email'), given('login'), given('externalId'), given('name')],
  );
  return rows.map(({ role, group, externalId, hasLeft, ...person }) => ({
    ...person,
    ...(role ? { member: { role, group, externalId, hasLeft } } : {}),
  }));
}

export type TakenOver =
  | { readonly kind: 'done'; readonly numbers: RosterNumbers; readonly skipped: number }
  | { readonly kind: 'gone' }
  /** All or nothing was chosen, and not every row can be taken. */
  | { readonly kind: 'has-bad-rows' };

/** Takes a kept roster over in one transaction, by a plan made anew under the class's lock: what changed since it was looked at is not written over. */
export function takeOver(
  classroom: Classroom,
  id: string,
  by: RosterTaker & { readonly skipsBad: boolean },
): Promise<TakenOver> {
  const classId = classroom.id;
  return againIfTaken(async (client) => {
    await client.query('SELECT FROM class WHERE id = $1 FOR UPDATE', [classId]);
    const kept = await findKeptRoster(classId, id, client);
    if (!kept) return { kind: 'gone' };
    const plan = await planFor(classId, kept.roster.rows, by.mayEnrolOthers, client);
    const bad = badRows([...kept.roster.findings, ...plan.findings]);
    if (bad > 0 && !by.skipsBad) return { kind: 'has-bad-rows' };
    await carryOut(client, classroom, plan);
    const numbers = countSteps(plan.steps);
    await client.query('DELETE FROM roster_import WHERE class_id = $1 AND id = $2', [classId, id]);
    const detail = { ...numbers, skipped: bad };
    await audit({ actor: by.actor, action: 'roster-imported', subject: classId, classId, detail }, client);
    return { kind: 'done', numbers, skipped: bad };
  });
}

export type RosterTaker = { readonly actor: Actor; readonly mayEnrolOthers: boolean };

/** A roster of one row, typed into a form. */
export function addLearner(
  classroom: Classroom,
  row: RosterRow,
  by: RosterTaker,
): Promise<{ kind: 'done'; step: RosterStep['kind'] } | { kind: 'refused'; code: FindingCode }> {
  const classId = classroom.id;
  return againIfTaken(async (client) => {
    await client.query('SELECT FROM class WHERE id = $1 FOR UPDATE', [classId]);
    const plan = await planFor(classId, [row], by.mayEnrolOthers, client);
    const [finding] = plan.findings;
    if (finding) return { kind: 'refused', code: finding.code };
    await carryOut(client, classroom, plan);
    const step = plan.steps[0]?.kind ?? 'nothing';
    if (step !== 'nothing')
      await audit({ actor: by.actor, action: 'learner-added', subject: classId, classId, detail: { step } }, client);
    return { kind: 'done', step };
  });
}

/** Somebody signs up under a login that was free a moment ago: the plan is made again. */
async function againIfTaken<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction(work);
    } catch (error) {
      if (tries === 3 || !isUniqueViolation(error)) throw error;
    }
  }
}

export function badRows(findings: readonly Finding[]): number {
  return new Set(findings.filter(({ isBad }) => isBad).map(({ row }) => row)).size;
}

async function carryOut(client: PoolClient, { id: classId, locale }: Classroom, { steps }: RosterPlan): Promise<void> {
  const rowsOf = (kind: string) => steps.filter((step) => step.kind === kind).map(({ row }) => row);
  const made = rowsOf('make');
  const ids = await makeAccounts(client, classId, made);
  const entered = steps.flatMap((step) => (step.kind === 'enrol' ? [step] : []));
  const member = ({ group, externalId }: RosterRow, learnerId: string) => ({
    learnerId,
    role: 'learner' as const,
    group: group ?? null,
    externalId: externalId ?? null,
  });
  const all = [
    ...made.map((row, at) => member(row, ids[at] ?? '')),
    ...entered.map(({ row, learnerId }) => member(row, learnerId)),
  ];
  await enrol(client, classId, all, 'roster');
  if (canSendMail())
    for (const [at, { email }] of made.entries())
      if (email) await addLinkMail({ learnerId: ids[at] ?? '', letter: 'invite', locale }, client);
  const changed = steps.flatMap((step) => (step.kind === 'change' ? [step] : []));
  await client.query(
    `UPDATE enrolment e SET group_name = coalesce(new.group_name, e.group_name), external_id = coalesce(new.external_id, e.external_id)
     FROM jsonb_to_recordset($2) AS new(learner_id uuid, group_name text, external_id text)
     WHERE e.class_id = $1 AND e.learner_id = new.learner_id`,
    [
      classId,
      JSON.stringify(
        changed.map(({ row, learnerId }) => ({
          learner_id: learnerId,
          group_name: row.group ?? null,
          external_id: row.externalId ?? null,
        })),
      ),
    ],
  );
  const groups = [...new Set(steps.flatMap(({ row }) => row.group ?? []))];
  await client.query(
    `UPDATE class SET groups = groups || ARRAY(SELECT name FROM unnest($2::text[]) AS name WHERE NOT name = ANY(groups)) WHERE id = $1`,
    [classId, groups],
  );
}
