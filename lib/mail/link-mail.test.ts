import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { insertAccount } from '@/lib/auth/learner-store';
import { findResetLink } from '@/lib/auth/reset-link-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { jobHandler } from '@/lib/jobs/job';
import { addLinkMail, linkMail } from '@/lib/mail/link-mail';
import { submitLinkMail } from '@/lib/mail/submit-link-mail';
import { type Arrived, TestSmtp } from '@/lib/mail/test-smtp';
import { locales } from '@/lib/words/locale';

const smtp = await TestSmtp.open();
vi.stubEnv('SMTP_URL', smtp.url);
vi.stubEnv('PUBLIC_URL', 'https://learn.example.org');
withTestDatabase();
afterAll(() => smtp.close());
beforeEach(() => {
  smtp.arrived.length = 0;
  smtp.refuse = null;
});

async function person(name: string, email: string | null = `p${randomUUID().slice(0, 8)}@example.org`) {
  const id = randomUUID();
  await insertAccount(pool(), { id, login: `p-${id}`, email, name, passwordHash: null, role: 'learner' });
  return { id, email };
}

function only(): Arrived {
  const [mail, ...more] = smtp.arrived;
  if (!mail || more.length > 0) throw new Error(`${smtp.arrived.length} mails came`);
  return mail;
}

const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? '';

test.each(locales.flatMap((locale) => (['reset', 'invite'] as const).map((letter) => [locale, letter] as const)))(
  'in %s a mail to %s says the same as text and as HTML, with a link that works',
  async (locale, letter) => {
    const { id, email } = await person('林小雨');
    await submitLinkMail({ learnerId: id, letter, locale });
    const mail = only();
    expect(mail.to).toEqual([email]);
    expect(mail.text).toContain('林小雨');
    expect(mail.html).toContain('林小雨');
    expect(mail.html).toContain(`lang="${locale === 'zh' ? 'zh-Hans' : 'en'}"`);
    expect(mail.text).toContain(`https://learn.example.org/${locale}/reset?token=`);
    expect(tokenIn(mail.html)).toBe(tokenIn(mail.text));
    expect(await findResetLink(tokenIn(mail.text))).toEqual({ learnerId: id });
  },
);

test('a name that is markup is text, and one with line breaks is no header and no further line', async () => {
  const { id } = await person('<img src=x onerror=alert(1)>\r\nBcc: everyone@example.org\r\n\r\n<b>now</b>');
  await submitLinkMail({ learnerId: id, letter: 'invite', locale: 'en' });
  const mail = only();
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.to).toHaveLength(1);
  expect(mail.html).not.toContain('<img');
  expect(mail.html).not.toContain('<b>');
  expect(mail.html).toContain('&lt;img src=x');
  expect(mail.text.split('\n')[0]).toContain('Bcc: everyone@example.org <b>now</b>');
});

test('nothing in the HTML is fetched when the mail is opened', async () => {
  const { id } = await person('Ada');
  await submitLinkMail({ learnerId: id, letter: 'reset', locale: 'en' });
  expect(only().html).not.toMatch(/<(?:img|link|script|iframe|style)\b|url\(|@import/i);
});

test('who has no address, is suspended or is gone is mailed nothing', async () => {
  const none = await person('No address', null);
  const out = await person('Shut out');
  await pool().query('UPDATE learner SET suspended_at = now() WHERE id = $1', [out.id]);
  for (const learnerId of [none.id, out.id, randomUUID()])
    await submitLinkMail({ learnerId, letter: 'reset', locale: 'en' });
  expect(smtp.arrived).toEqual([]);
});

test('the job names a learner and holds neither address nor link; what a refusing server says of the address is not kept', async () => {
  const { id, email } = await person('Ada');
  await addLinkMail({ learnerId: id, letter: 'reset', locale: 'en' });
  const { rows } = await pool().query('SELECT id, payload FROM job WHERE key = $1', [id]);
  expect(rows[0].payload).toEqual({ learnerId: id, letter: 'reset', locale: 'en' });
  smtp.refuse = `550 <${email}> is unknown here`;
  const { run } = jobHandler(linkMail, ({ payload }) => submitLinkMail(payload));
  const again = run(rows[0].payload, { id: rows[0].id, number: 1, isLast: false, signal: AbortSignal.timeout(9_000) });
  await expect(again).rejects.toThrow(/^A mail could not be sent through SMTP_URL: EENVELOPE 550$/);
});

test('asked for twice before it goes out, a mail goes out once', async () => {
  const { id } = await person('Ada');
  await addLinkMail({ learnerId: id, letter: 'reset', locale: 'en' });
  await addLinkMail({ learnerId: id, letter: 'reset', locale: 'zh' });
  const { rows } = await pool().query('SELECT payload FROM job WHERE key = $1', [id]);
  expect(rows).toEqual([{ payload: { learnerId: id, letter: 'reset', locale: 'zh' } }]);
});
