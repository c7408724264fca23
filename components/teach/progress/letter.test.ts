import { expect, test } from 'vitest';
import { letterTo, mailAddress } from '@/components/teach/progress/letter';
import type { HelpedLearner } from '@/lib/gradebook/submit-class-progress';

const learner: HelpedLearner = {
  learnerId: 'a0000000-0000-4000-8000-000000000001',
  name: 'Ann <b>',
  pseudonym: null,
  group: null,
  done: 3,
  stuck: 1,
  seenAt: null,
  email: 'ann?bcc=all@example.org',
  signs: [
    { kind: 'stuck', objectives: 1 },
    { kind: 'inactive', days: 9 },
  ],
  stuckOn: [{ lesson: 'tcp-tls/handshakes', objective: { en: 'Count segments', zh: '数报文段' } }],
};
const from = { name: 'Mara', origin: 'https://learn.example.org' };

test('is written in the language of the class, about what the list is about', () => {
  const stuck = letterTo(learner, 'stuck', { name: 'Tuesday', locale: 'en' }, from);
  expect(stuck.text).toContain('Count segments');
  expect(stuck.text).toContain('https://learn.example.org/en/learn/tcp-tls/handshakes');
  const inactive = letterTo(learner, 'inactive', { name: '周二班', locale: 'zh' }, from);
  expect(inactive).toMatchObject({ lang: 'zh-Hans' });
  expect(inactive.text).toContain('9天');
});

test('whom nobody has a name for is greeted nevertheless, and a pseudonym is said', () => {
  const greeting = (name: string | null, pseudonym: string | null) =>
    letterTo({ ...learner, name, pseudonym }, 'ahead', { name: 'Tuesday', locale: 'en' }, from).text.split('\n')[0];
  expect(greeting(null, null)).toBe('Hello,');
  expect(greeting(null, 'amber-otter-12')).toBe('Hello Amber Otter 12,');
});

test('nothing in an address, a name or a class adds a field to the mail', () => {
  const letter = letterTo(learner, 'stuck', { name: 'A&cc=x@example.org\r\nBcc: y', locale: 'en' }, from);
  const address = new URL(mailAddress(learner.email ?? '', letter));
  expect(decodeURIComponent(address.pathname)).toBe(learner.email);
  expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
});
