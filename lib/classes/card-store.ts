import { type Actor, audit } from '@/lib/audit/audit-store';
import { insertResetLinks } from '@/lib/auth/reset-link-store';
import { transaction } from '@/lib/db/transaction';

/** Stores the digests of new cards, and tells what each of the learners signs in with. */
export function storeCards(
  classId: string,
  links: readonly { readonly learnerId: string; readonly token: string }[],
  minutes: number,
  actor: Actor,
): Promise<Map<string, string>> {
  return transaction(async (client) => {
    await insertResetLinks(client, links, minutes);
    const learners = links.map(({ learnerId }) => learnerId);
    const { rows } = await client.query<{ id: string; login: string }>(
      'SELECT id, login FROM learner WHERE id = ANY($1::uuid[]) AND login IS NOT NULL',
      [learners],
    );
    if (learners.length > 0)
      await audit({ actor, action: 'cards-made', subject: classId, classId, detail: { learners } }, client);
    return new Map(rows.map(({ id, login }) => [id, login]));
  });
}
