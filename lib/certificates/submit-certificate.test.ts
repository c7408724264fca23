import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { badgeFile } from '@/lib/certificates/badge-file';
import {
  certificatesOf,
  findCertificate,
  findWithdrawn,
  revokeCertificate,
  withdrawCertificates,
} from '@/lib/certificates/certificate-store';
import { earnedBy, submitCertificate } from '@/lib/certificates/submit-certificate';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

/** An account that has three right answers on every objective of the path, but for the last `missing`. */
async function learner({ missing = 0, login = `a ${randomUUID()}` as string | null } = {}) {
  const learnerId = randomUUID();
  await pool().query('INSERT INTO learner (id, login) VALUES ($1, $2)', [learnerId, login]);
  const path = (await curriculum()).path('tcp-tls');
  const cards = (path?.lessons ?? []).flatMap(({ id, objectives }) => objectives.map((it) => `${id}#${it.id}`));
  for (const card of cards.slice(0, cards.length - missing))
    await pool().query(
      `INSERT INTO review_card (learner_id, card, stability, difficulty, reps, lapses, recent, missed, seen)
       VALUES ($1, $2, 1, 5, 3, 0, '[1,1,1]', '{}', '{}')`,
      [learnerId, card],
    );
  for (const { id } of path?.lessons ?? [])
    await pool().query('INSERT INTO place (learner_id, lesson) VALUES ($1, $2)', [learnerId, id]);
  return { learnerId, guest: login === null };
}

async function issued(name = 'Ada') {
  const session = await learner();
  const result = await submitCertificate(session, 'tcp-tls', name);
  if (result.kind !== 'issued') throw new Error(result.kind);
  return { session, certificate: result.certificate };
}

test('is issued to who has mastered every objective of the path, with what was mastered', async () => {
  const { certificate } = await issued('  Ada   Lovelace ');
  expect(await findCertificate(certificate.id)).toMatchObject({
    name: 'Ada Lovelace',
    path: 'tcp-tls',
    revokedAt: null,
  });
  const path = (await curriculum()).path('tcp-tls');
  expect(certificate.objectives.map(({ id }) => id)).toEqual(
    path?.lessons.flatMap(({ objectives }) => objectives.map(({ id }) => id)),
  );
  expect(certificate.contentVersion).toMatch(/^[0-9a-f]{12}$/);
});

test('is the same one when it is asked for again', async () => {
  const { session, certificate } = await issued();
  expect(await submitCertificate(session, 'tcp-tls', 'Grace')).toEqual({ kind: 'issued', certificate });
});

test.each([
  ['one objective is missing', { missing: 1 }, 'tcp-tls', 'Ada', 'not-mastered'],
  ['it is a guest who asks', { login: null }, 'tcp-tls', 'Ada', 'no-account'],
  ['there is no such path', {}, 'nowhere', 'Ada', 'unknown-path'],
  ['there is no name', {}, 'tcp-tls', ' ', 'bad-name'],
  ['the name turns the writing around', {}, 'tcp-tls', 'Ada\u202e', 'bad-name'],
])('is not issued when %s', async (_why, who, path, name, kind) => {
  expect(await submitCertificate(await learner(who), path, name)).toEqual({ kind });
});

test('a revoked one says so, has no badge, and makes room for a new one', async () => {
  const { session, certificate } = await issued();
  expect(await badgeFile(certificate.id, 'jwt', 'en')).not.toBeNull();
  expect(await revokeCertificate(randomUUID(), certificate.id)).toBe(false);
  expect(await revokeCertificate(session.learnerId, certificate.id)).toBe(true);
  expect((await findCertificate(certificate.id))?.revokedAt).toBeInstanceOf(Date);
  expect(await badgeFile(certificate.id, 'jwt', 'en')).toBeNull();
  expect((await earnedBy(session)).ready.map(({ id }) => id)).toEqual(['tcp-tls']);
  const again = await submitCertificate(session, 'tcp-tls', 'Grace');
  expect(again).toMatchObject({ kind: 'issued', certificate: { name: 'Grace' } });
  expect(await certificatesOf(session.learnerId)).toHaveLength(2);
});

test('goes with its holder, or stays as one that was withdrawn, without a name', async () => {
  const [gone, withdrawn] = [await issued(), await issued()];
  await eraseLearner(gone.session.learnerId);
  expect(await findCertificate(gone.certificate.id)).toBeNull();
  expect(await findWithdrawn(gone.certificate.id)).toBeNull();
  await withdrawCertificates(withdrawn.session.learnerId);
  await eraseLearner(withdrawn.session.learnerId);
  expect(await findCertificate(withdrawn.certificate.id)).toBeNull();
  expect(await findWithdrawn(withdrawn.certificate.id)).toMatchObject({ path: 'tcp-tls' });
});
