import { expect, it } from 'vitest';
import { gradePractice } from '../grade-practice';
import { taskSchema, toPublicTask } from '../task';
import { practiceFit } from './practice-fit';

const byLog = { kind: 'log-has', match: { path: '/etag' } };
const inBrowser = { kind: 'cache-used', path: '/etag', how: 'fresh' };
const onPaper = { kind: 'fault-named', specimen: 0 };
const specimens = [{ text: 'GET / HTTP/1.1\r\n\r\n' }];

function task(more: object) {
  const texts = { en: 'x', zh: 'x' };
  const common = { id: 'x', title: texts, objective: 'x', minutes: 1, prompt: texts, lab: 'http', seed: 1 };
  const made = toPublicTask(taskSchema.parse({ ...common, setup: {}, actions: ['send'], goal: [byLog], ...more }));
  if (made.lab !== 'http') throw new Error('not an http task');
  return made;
}

it.each([
  ['fits', {}],
  ['fits', { setup: { specimens } }],
  ['paper', { setup: { specimens }, goal: [onPaper] }],
  ['relay', { setup: { relay: { pair: 'cl-te' } } }],
  ['begun', { given: [{ kind: 'wait', ms: 5 }] }],
  ['goals', { goal: [inBrowser] }],
  ['goals', { goal: [byLog, inBrowser] }],
])('says %s of %j, and only what fits is graded by a log', (fit, more) => {
  const asked = task(more);
  expect(practiceFit({ ...asked, goals: asked.goal })).toBe(fit);
  const practised = { openedAt: 0, requests: [{ at: 1, text: 'GET /etag HTTP/1.1\r\nHost: x\r\n\r\n' }] };
  expect(gradePractice(asked, practised)).toMatchObject(
    fit === 'fits' ? { kind: 'scored', earned: 1 } : { kind: 'rejected', code: 'bad-log' },
  );
});

it('is there in free play wherever a server stands alone', () => {
  const free = task({});
  expect(practiceFit({ setup: free.setup, given: [], goals: [] })).toBe('fits');
});
