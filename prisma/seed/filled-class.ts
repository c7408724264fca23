import type { Versions } from '@/lib/attempts/submit-versions';
import type { AuditAction } from '@/lib/audit/audit';
import { audit } from '@/lib/audit/audit-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import type { Locale } from '@/lib/words/locale';
import type { Answers } from './answered';
import { type Sitter, sitAssignment } from './assess';
import { openPolicy, quizPolicy, setAssignment } from './assigned';
import { makeClass, takeIn } from './class-store';
import { Dice } from './dice';
import { explanations, setWritten } from './explained';
import { moveAssignment, moveAttempts, moveAudit, moveLastSeen, movePlace, settleHelp, touchFolds } from './past-store';
import type { Cast } from './people';
import { makePerson } from './people-store';
import { type Present, practise } from './practise';
import { reportStuck } from './reported';
import { plannedWeeks } from './weeks';

export type ClassStory = {
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly paths: readonly string[];
  readonly groups: readonly string[];
  readonly cast: readonly Cast[];
  readonly instructor: Present & Cast;
  readonly assistant: Present | null;
  readonly hasOldAssignment: boolean;
};

type Means = {
  readonly seed: number;
  readonly now: Date;
  readonly dice: Dice;
  readonly passwordHash: string;
  readonly taught: Curriculum;
  readonly known: Versions;
  readonly answers: Answers;
  readonly tell: (sentence: string) => void;
};

type Member = Present & Cast;
export type Filled = { readonly classId: string; readonly learners: readonly Member[]; readonly attempts: number };

const minute = 60_000;
const day = 24 * 60 * minute;

/** A class with its people, its work and what there is to do about it. */
export async function fillClass(story: ClassStory, means: Means): Promise<Filled> {
  const { dice, now, passwordHash, seed, taught, answers, known, tell } = means;
  const classId = dice.uuid();
  const began = new Date(now.getTime() - 43 * day);
  await makeClass({ ...story, id: classId, joinCode: null, madeBy: story.instructor.learnerId, madeAt: began });
  const learners: Member[] = [];
  for (const cast of story.cast)
    learners.push({ ...cast, ...(await makePerson(cast, { role: 'learner', passwordHash, dice })) });
  const members = learners.map(({ learnerId }, place) => ({
    learnerId,
    role: 'learner' as const,
    group: story.groups[place % story.groups.length] ?? null,
    externalId: `S${10_401 + place}`,
  }));
  const teaching = [
    { learnerId: story.instructor.learnerId, role: 'instructor' as const },
    ...(story.assistant ? [{ learnerId: story.assistant.learnerId, role: 'assistant' as const }] : []),
  ];
  await takeIn(classId, [...teaching, ...members], began, dice);
  const noted = noter(story.instructor, classId);
  await noted('class-made', classId, began, {});

  tell(`${story.name}: six weeks of practice …`);
  const lessons = lessonsOf(taught, story.paths);
  const lives = learners.map((who) => ({
    who,
    weeks: plannedWeeks({ login: who.login, story: who.story ?? 'steady', seed, now, lessons }),
  }));
  const practices = lives.flatMap(({ who, weeks }) => weeks.items.map((plan) => ({ who, plan })));
  const moments = await practise(practices, { answers, known, dice });
  for (const { who, weeks } of lives)
    for (const { lesson, heading, at, done } of weeks.places) await movePlace(who.learnerId, lesson, heading, at, done);

  tell(`${story.name}: assignments …`);
  const sat = await assignments(classId, story, lessons, learners, means, noted);
  await moveAttempts([...moments, ...sat]);
  await settleHelp(learners.map(({ learnerId }) => learnerId));
  await reportStuck(lives, story.locale, known, dice);
  const ids = learners.map(({ learnerId }) => learnerId);
  await moveLastSeen(ids, began);
  await touchFolds(ids);
  return { classId, learners, attempts: moments.length + sat.length };
}

function lessonsOf(taught: Curriculum, paths: readonly string[]): Lesson[] {
  return paths.flatMap((path) => [...(taught.path(path)?.lessons ?? [])]);
}

type Noted = (action: AuditAction, subject: string, at: Date, detail: object) => Promise<void>;

function noter({ learnerId, login }: Member, classId: string): Noted {
  return async (action, subject, at, detail) => {
    const id = await audit({ actor: { id: learnerId, name: login }, action, subject, classId, detail });
    await moveAudit(id, at);
  };
}

/** One that is over, with scores; one that is open, and some have begun. */
async function assignments(
  classId: string,
  { locale, hasOldAssignment }: ClassStory,
  lessons: readonly Lesson[],
  learners: readonly Member[],
  means: Means,
  noted: Noted,
) {
  const { now, seed } = means;
  const moments = [];
  const sitters = (count: number, from: Date, spread: number, done: number): Sitter[] =>
    learners.slice(0, count).map((who, place) => {
      const own = Dice.of(seed, `${who.login} sits`);
      return {
        who,
        ability: who.story === 'ahead' ? 1.6 : who.story === 'stuck' ? -0.4 : own.normal(),
        startsAt: new Date(from.getTime() + own.between(0, spread)),
        finishes: place < done,
      };
    });
  if (hasOldAssignment) {
    const over = await setAssignment(
      {
        classId,
        title: { en: 'Quiz 1: segments', zh: '测验一：报文段' },
        lessons: lessons.slice(0, 2),
        each: 4,
        policy: quizPolicy,
        hours: 96,
      },
      means,
    );
    const shift = -19 * day;
    const opened = new Date(over.opensAt.getTime() + shift);
    const came = learners.filter(({ story }) => story !== 'never-came' && story !== 'just-began').length;
    const present = learners.filter(({ story }) => story !== 'never-came' && story !== 'just-began');
    const all = sitters(learners.length, opened, 3 * day, came - 1).filter(({ who }) =>
      present.some((one) => one.learnerId === who.learnerId),
    );
    moments.push(...(await sitAssignment(over, all, means)));
    await moveAssignment(over.id, shift);
    await noted('assignment-made', over.id, new Date(opened.getTime() - day), {});
    const written = await setWritten(classId, means.dice);
    const writtenShift = -3 * day;
    const from = new Date(written.opensAt.getTime() + writtenShift);
    const writers = sitters(learners.length, from, 1.5 * day, learners.length)
      .filter(({ who }) =>
        learners.some((one) => one.learnerId === who.learnerId && (one.story ?? 'ahead') === 'ahead'),
      )
      .slice(0, explanations.length)
      .map((sitter, place) => ({ ...sitter, text: explanations[place] ?? '' }));
    moments.push(...(await sitAssignment(written, writers, means)));
    await moveAssignment(written.id, writtenShift);
    await noted('question-written', 'why-not-two', new Date(from.getTime() - day), {});
    await noted('assignment-made', written.id, new Date(from.getTime() - day), {});
  }
  const title =
    locale === 'zh'
      ? { en: 'Week 6: the web', zh: '第六周：从网址到页面' }
      : { en: 'Week 6: handshakes', zh: '第六周：握手' };
  const open = await setAssignment(
    { classId, title, lessons: lessons.slice(2, 3), each: 5, policy: openPolicy, hours: 7 * 24 },
    means,
  );
  const shift = -2 * day;
  const opened = new Date(open.opensAt.getTime() + shift);
  const active = learners.filter(({ story }) => story === undefined || story === 'ahead' || story === 'stuck');
  const some = sitters(learners.length, opened, 1.7 * day, 7)
    .filter(({ who }) => active.some((one) => one.learnerId === who.learnerId))
    .slice(0, 9)
    .filter(({ startsAt }) => startsAt.getTime() < now.getTime() - 40 * minute);
  moments.push(...(await sitAssignment(open, some, means)));
  await moveAssignment(open.id, shift);
  await noted('assignment-made', open.id, opened, {});
  return moments;
}
