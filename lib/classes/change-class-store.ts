import { randomInt, randomUUID } from 'node:crypto';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { isUniqueViolation } from '@/lib/auth/unique-violation';
import type { ClassPlan } from '@/lib/classes/class-plan';
import type { Classroom, JoinRules } from '@/lib/classes/classroom';
import { enrol } from '@/lib/classes/enrol-store';
import { newJoinCode } from '@/lib/classes/join-code';
import { namePseudonymless } from '@/lib/classes/pseudonym-store';
import { transaction } from '@/lib/db/transaction';

/** Makes a class with its maker as instructor and a code to join it by. Returns its id. */
export function makeClass(plan: ClassPlan, maker: Required<Actor>): Promise<string> {
  const id = randomUUID();
  return withNewCode((code) =>
    transaction(async (client) => {
      await client.query(
        `INSERT INTO class (id, name, made_by, time_zone, locale, paths, is_pseudonymous, join_code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, plan.name, maker.id, plan.timeZone, plan.locale, plan.paths, plan.isPseudonymous, code],
      );
      await enrol(client, id, [{ learnerId: maker.id, role: 'instructor' }], 'staff');
      await audit({ actor: maker, action: 'class-made', subject: id, classId: id }, client);
      return id;
    }),
  );
}

/** Changes what is set of a class; that names are hidden or shown is written down by itself. */
export async function changeClass(before: Classroom, plan: ClassPlan, actor: Actor): Promise<void> {
  const classId = before.id;
  await transaction(async (client) => {
    await client.query(
      `UPDATE class SET name = $2, time_zone = $3, locale = $4, paths = $5, is_pseudonymous = $6 WHERE id = $1`,
      [classId, plan.name, plan.timeZone, plan.locale, plan.paths, plan.isPseudonymous],
    );
    const changed = (['name', 'timeZone', 'locale'] as const).filter((key) => before[key] !== plan[key]);
    const paths = before.paths.join() === plan.paths.join() ? [] : ['paths'];
    if (changed.length + paths.length > 0)
      await audit(
        { actor, action: 'class-changed', subject: classId, classId, detail: { changed: [...changed, ...paths] } },
        client,
      );
    if (before.isPseudonymous === plan.isPseudonymous) return;
    if (plan.isPseudonymous) await namePseudonymless(client, classId);
    const action = plan.isPseudonymous ? 'names-hidden' : 'names-shown';
    await audit({ actor, action, subject: classId, classId }, client);
  });
}

/** An archived class can be read and given back. Its code lets nobody in meanwhile. */
export async function setArchived(classId: string, isArchived: boolean, actor: Actor): Promise<void> {
  await transaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE class SET archived_at = CASE WHEN $2 THEN now() END WHERE id = $1 AND (archived_at IS NULL) = $2`,
      [classId, isArchived],
    );
    const action = isArchived ? 'class-archived' : 'class-restored';
    if (rowCount) await audit({ actor, action, subject: classId, classId }, client);
  });
}

/** Erases a class and what only it knew: who was in it, its assignments and their extensions. Answers and accounts are their learners' and stay. */
export async function eraseClass(classId: string, actor: Actor): Promise<void> {
  await transaction(async (client) => {
    const { rows } = await client.query<{ members: number }>(
      'SELECT count(*)::int AS members FROM enrolment WHERE class_id = $1',
      [classId],
    );
    await client.query('DELETE FROM class WHERE id = $1', [classId]);
    // What stays: that there was one, by its id, and who erased it.
    await audit({ actor, action: 'class-erased', subject: classId, classId, detail: rows[0] ?? {} }, client);
  });
}

/** Another code in place of the old one, which lets nobody in from now on; null: no code. */
export function changeCode(classId: string, change: 'new' | 'none', actor: Actor): Promise<string | null> {
  return withNewCode((code) =>
    transaction(async (client) => {
      const next = change === 'new' ? code : null;
      await client.query('UPDATE class SET join_code = $2 WHERE id = $1', [classId, next]);
      await audit({ actor, action: 'code-rotated', subject: classId, classId, detail: { code: change } }, client);
      return next;
    }),
  );
}

/** How long the code works, for how many, and whether somebody lets them in. */
export async function setJoinRules(classId: string, rules: Omit<JoinRules, 'code'>, actor: Actor): Promise<void> {
  await transaction(async (client) => {
    await client.query('UPDATE class SET join_expires_at = $2, join_cap = $3, join_approves = $4 WHERE id = $1', [
      classId,
      rules.expiresAt,
      rules.cap,
      rules.approves,
    ]);
    await audit({ actor, action: 'class-changed', subject: classId, classId, detail: { changed: ['join'] } }, client);
  });
}

/** Codes are unique over all classes; that two are drawn alike is once in many lifetimes, and then another is drawn. */
async function withNewCode<T>(store: (code: string) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await store(newJoinCode(randomInt));
    } catch (error) {
      if (tries === 5 || !isUniqueViolation(error)) throw error;
    }
  }
}
