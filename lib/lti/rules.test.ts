import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssignmentPolicy } from '@/lib/attempts/policy';
import { membersSchema, nextPage, presentMembers } from '@/lib/lti/members';
import { classRoleOf } from '@/lib/lti/role';
import {
  decided,
  isNews,
  nextTimestamp,
  scoreOfLesson,
  scoreOfLessons,
  scoreOfWork,
  type ToldScore,
} from '@/lib/lti/score';
import { readTarget, targetAddress, targetAt, writeTarget } from '@/lib/lti/target';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';

test.each([
  [[`${membership}#Instructor`], 'instructor'],
  [['Instructor'], 'instructor'],
  [[`${membership}#Administrator`], 'instructor'],
  [[`${membership}/Instructor#PrimaryInstructor`], 'instructor'],
  [[`${membership}#Instructor`, `${membership}/Instructor#TeachingAssistant`], 'assistant'],
  [[`${membership}#Learner`], 'learner'],
  [[`${membership}#Mentor`], 'learner'],
  [[`${institution}#Instructor`, `${membership}#Learner`], 'learner'],
  [[`${institution}#Administrator`], 'learner'],
  [['http://evil.example/membership#Instructor'], 'learner'],
  [[`x ${membership}#Instructor`, `${membership}#Instructor x`], 'learner'],
  [[], 'learner'],
] as const)('%j is %s in the class', (roles, role) => {
  expect(classRoleOf(roles)).toBe(role);
});

test('a target is written and read alike, and an address names the same', () => {
  const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
  const target = fc.oneof(
    slug.map((path) => ({ kind: 'path', path }) as const),
    fc.tuple(slug, slug).map(([path, lesson]) => ({ kind: 'lesson', path, lesson }) as const),
    fc.uuid().map((id) => ({ kind: 'assignment', id }) as const),
  );
  fc.assert(
    fc.property(target, fc.constantFrom('en', 'zh'), (one, locale) => {
      expect(readTarget(writeTarget(one))).toEqual(one);
      expect(targetAt(targetAddress(one, locale))).toEqual(one);
    }),
  );
  for (const text of ['', 'path:', 'path:../etc', 'lesson:a', 'assignment:1', 'path:a\n', 'x:path:a', 'path:A'])
    expect([text, readTarget(text)]).toEqual([text, undefined]);
});

test('the next page of a roster is the one that its header calls next', () => {
  expect(nextPage('<https://a/1>; rel="self", <https://a/2?x=1,2>; rel="next"')).toBe('https://a/2?x=1,2');
  expect(nextPage('<https://a/2>; title="x"; rel=next')).toBe('https://a/2');
  expect(nextPage('<https://a/2>; rel="differences"')).toBeUndefined();
  expect(nextPage(undefined)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => void nextPage(text)));
});

test('who is inactive or deleted is not in the course; who stands there twice counts once', () => {
  const page = membersSchema.parse({
    members: [
      { user_id: 'a', roles: [`${membership}#Learner`], given_name: 'Ann', family_name: 'Example', picture: 'x' },
      { user_id: 'b', status: 'Inactive', roles: [] },
      { user_id: 'c', status: 'Deleted' },
      { user_id: 'a', name: 'Ann E.', roles: ['Instructor'] },
    ],
  });
  expect(presentMembers([page])).toEqual([{ subject: 'a', name: 'Ann E.', role: 'instructor' }]);
});

const lesson = (more: object) => ({
  done: 0,
  of: 4,
  read: false,
  complete: false,
  known: false,
  items: {},
  mastered: [],
  weak: {},
  ...more,
});

test('a path is scored by its complete lessons, a lesson by its checks', () => {
  expect(scoreOfLessons([lesson({}), lesson({})])).toMatchObject({
    share: null,
    activityProgress: 'Initialized',
    gradingProgress: 'NotReady',
  });
  expect(scoreOfLessons([lesson({ complete: true, read: true }), lesson({})])).toMatchObject({
    share: 0.5,
    activityProgress: 'InProgress',
    gradingProgress: 'FullyGraded',
  });
  expect(scoreOfLessons([lesson({ complete: true, read: true })])).toMatchObject({
    share: 1,
    activityProgress: 'Completed',
  });
  expect(scoreOfLesson(lesson({ done: 3, items: { a: { best: 1, at: 0 } } }))).toMatchObject({
    share: 0.75,
    activityProgress: 'InProgress',
  });
  expect(scoreOfLesson(lesson({ of: 0, items: {}, read: true, complete: true }))).toMatchObject({ share: 1 });
});

const quiz = (feedback: 'now' | 'after-due' | 'never'): AssignmentPolicy => ({
  kind: 'graded',
  tries: 1,
  credit: [1],
  feedback,
  late: { hours: 0, credit: 1 },
});
const work = (state: 'not-begun' | 'begun' | 'done', waiting = 0) =>
  ({ state, score: { earned: 4, credited: 3, possible: 4, waiting } }) as const;
const [before, end, after] = [new Date(1_000), new Date(2_000), new Date(3_000)];

test('an assignment is told when its rules let the learner see it, and by what counts', () => {
  expect(scoreOfWork(work('not-begun'), quiz('now'), end, after)).toMatchObject({
    share: null,
    gradingProgress: 'NotReady',
  });
  expect(scoreOfWork(work('begun'), quiz('now'), end, before)).toMatchObject({
    share: null,
    activityProgress: 'InProgress',
    gradingProgress: 'Pending',
  });
  expect(scoreOfWork(work('done'), quiz('now'), end, before)).toMatchObject({
    share: 0.75,
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
  });
  expect(scoreOfWork(work('done', 1), quiz('now'), end, after)).toMatchObject({
    share: null,
    activityProgress: 'Submitted',
    gradingProgress: 'PendingManual',
  });
  expect(scoreOfWork(work('done'), quiz('after-due'), end, before)).toMatchObject({
    share: null,
    gradingProgress: 'Pending',
  });
  expect(scoreOfWork(work('done'), quiz('after-due'), end, after)).toMatchObject({
    share: 0.75,
    gradingProgress: 'FullyGraded',
  });
  expect(scoreOfWork(work('done'), quiz('never'), end, after)).toMatchObject({
    share: null,
    gradingProgress: 'PendingManual',
  });
});

test('what a person decides stands in place of what was worked', () => {
  const worked: ToldScore = { share: 0.5, activityProgress: 'InProgress', gradingProgress: 'FullyGraded' };
  expect(decided(worked, null)).toEqual(worked);
  expect(decided(worked, { kind: 'given', share: 0.9, reason: '' })).toMatchObject({
    share: 0.9,
    gradingProgress: 'FullyGraded',
  });
  expect(decided(worked, { kind: 'excused', reason: '' })).toMatchObject({ share: null });
});

test('only news is told, and each score is later than the one before', () => {
  const nothing: ToldScore = { share: null, activityProgress: 'Initialized', gradingProgress: 'NotReady' };
  const half: ToldScore = { share: 0.5, activityProgress: 'InProgress', gradingProgress: 'FullyGraded' };
  expect([isNews(nothing, null), isNews(half, null), isNews(half, half), isNews(nothing, half)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, max: new Date(8e15) }),
      fc.date({ noInvalidDate: true, max: new Date(8e15) }),
      (last, now) => {
        const next = nextTimestamp(last, now);
        expect(next.getTime()).toBeGreaterThan(last.getTime());
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
      },
    ),
  );
});
