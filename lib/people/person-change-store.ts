import type { PoolClient } from 'pg';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { eraseLearnerRows } from '@/lib/auth/erase-learner-store';
import { endResetLinks } from '@/lib/auth/reset-link-store';
import { isRole } from '@/lib/auth/role';
import { revokeSessions } from '@/lib/auth/session-store';
import { transaction } from '@/lib/db/transaction';
import { type PersonChange, type PersonRefusal, whyNotChange } from '@/lib/people/person';

export type PersonChanged =
  /** The sessions that ended with it. */
  | { readonly kind: 'changed'; readonly ended: readonly string[] }
  | { readonly kind: 'refused'; readonly why: PersonRefusal };

type Doing = PersonChange & { readonly personId: string };

/** Changes what somebody is on the site, if it may be: decided and done in one transaction, one change of administrators at a time. */
export function changePersonRow(doing: Doing, actor: Required<Actor>): Promise<PersonChanged> {
  return transaction(async (client) => {
    // Two administrators who demote each other at the same moment must not both be gone.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('handrail people'))`);
    const refusal = await refusalOf(client, doing, actor.id);
    if (refusal) return { kind: 'refused', why: refusal };
    return { kind: 'changed', ended: await carryOut(client, doing, actor) };
  });
}

async function refusalOf(client: PoolClient, doing: Doing, actorId: string): Promise<PersonRefusal | undefined> {
  const { rows } = await client.query(
    `SELECT id, role::text AS role, suspended_at AS "suspendedAt",
       (SELECT count(*)::int FROM learner WHERE role = 'admin' AND suspended_at IS NULL AND login IS NOT NULL) AS admins
     FROM learner WHERE id = $1 AND login IS NOT NULL FOR UPDATE`,
    [doing.personId],
  );
  const [row] = rows;
  if (!row || !isRole(row.role)) return 'no-person';
  return whyNotChange(doing, { person: row, actorId, admins: row.admins });
}

async function carryOut(client: PoolClient, doing: Doing, actor: Required<Actor>): Promise<string[]> {
  const { personId } = doing;
  switch (doing.kind) {
    case 'role': {
      const { rows } = await client.query(
        `UPDATE learner l SET role = $2::"Role" FROM learner was WHERE l.id = $1 AND was.id = l.id RETURNING was.role::text AS was`,
        [personId, doing.role],
      );
      const detail = { from: rows[0]?.was, to: doing.role };
      if (detail.from !== detail.to)
        await audit({ actor, action: 'person-role-changed', subject: personId, detail }, client);
      return [];
    }
    case 'suspend': {
      const { rowCount } = await client.query(
        'UPDATE learner SET suspended_at = now() WHERE id = $1 AND suspended_at IS NULL',
        [personId],
      );
      await endResetLinks(personId, client);
      if (rowCount) await audit({ actor, action: 'person-suspended', subject: personId }, client);
      return revokeSessions(personId, null, client);
    }
    case 'let-back': {
      const { rowCount } = await client.query(
        'UPDATE learner SET suspended_at = NULL WHERE id = $1 AND suspended_at IS NOT NULL',
        [personId],
      );
      if (rowCount) await audit({ actor, action: 'person-let-back', subject: personId }, client);
      return [];
    }
    case 'erase': {
      await lockAnswersOf(client, [personId]);
      const ended = await revokeSessions(personId, null, client);
      await eraseLearnerRows(client, personId);
      // What stays is that somebody was erased, and by whom.
      await audit({ actor, action: 'person-erased', subject: personId }, client);
      return ended;
    }
  }
}
