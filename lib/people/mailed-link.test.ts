import { expect, test, vi } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { giveLink, makePerson } from '@/lib/people/submit-person';

vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9');
withTestDatabase();

const admin = { id: '00000000-0000-4000-8000-000000000001', name: 'root' };

test('where mail is set up a link is mailed, and whoever asked for it does not see it', async () => {
  const made = await makePerson({ login: 'ada@example.org', name: 'Ada', role: 'learner' }, 'zh', admin);
  if (made.kind !== 'made') throw new Error(JSON.stringify(made));
  expect(made.link).toEqual({ kind: 'mailed', to: 'ada@example.org' });
  const { rows } = await pool().query('SELECT payload FROM job');
  expect(rows).toEqual([{ payload: { learnerId: made.id, letter: 'invite', locale: 'zh' } }]);
});

test('who has no address is handed theirs', async () => {
  const made = await makePerson({ login: 'bo', name: 'Bo', role: 'learner' }, 'en', admin);
  expect(made).toMatchObject({ kind: 'made', link: { kind: 'shown' } });
  expect(await giveLink('no-uuid', 'reset', 'en', admin)).toEqual({ kind: 'refused', why: 'no-person' });
});
