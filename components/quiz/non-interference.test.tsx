import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { prerender } from 'react-dom/static';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LessonBody } from '@/components/lesson/lesson-body';
import { contentWithOther, type Secret, secrets } from '@/e2e/fixtures/other-content';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { readContent } from '@/lib/curriculum/read-content';
import { toPublicTask } from '@/lib/labs/task';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { versionOf } from '@/lib/quiz/question-version';
import { Quiz } from './quiz';

const content = resolve('content');
const everyKind = resolve('e2e/fixtures/kinds-content');
const copies: string[] = [];
const others = new Map<string, Curriculum>();
/** Each sort by itself, so that a leak names its field; in the quick form all of them at once over the lessons, each over every kind. */
const inLessons: readonly (readonly Secret[])[] = process.env.HANDRAIL_FULL
  ? secrets.map((secret) => [secret])
  : [secrets];
let original: Curriculum;
let originalPages: Promise<string[]>;

async function read(folder: string): Promise<Curriculum> {
  const { curriculum, findings } = await readContent([folder]);
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  return curriculum;
}

beforeAll(async () => {
  original = await read(content);
  originalPages = lessonPages(original);
  for (const changed of inLessons) {
    const copy = contentWithOther(changed, content);
    copies.push(dirname(copy));
    others.set(changed.join(), await read(copy));
  }
});

afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** The copy in which this, at least, is another. */
function other(secret: Secret): Curriculum {
  const found = others.get(inLessons.find((changed) => changed.includes(secret))?.join() ?? '');
  if (!found) throw new Error(`no copy with another ${secret}`);
  return found;
}

/** What may be known of every item before it is answered. */
function publicForms(curriculum: Curriculum) {
  return [...curriculum.items()].map((item) => {
    const shown = item.kind === 'question' ? toPublicQuestion(item.question) : toPublicTask(item.task);
    return { id: item.id, version: versionOf(shown), shown };
  });
}

/** Everything of an item, secret or not, to see that the copies do differ where they should. */
function allOf(item: Item): object {
  return item.kind === 'question' ? item.question : item.task.hints;
}

/** Of a prediction the key follows from what is shown. */
function hasKeyOfItsOwn(item: Item): boolean {
  return item.kind === 'question' && item.question.kind !== 'prediction';
}

async function drawn(element: React.ReactNode): Promise<string> {
  const { prelude } = await prerender(element);
  return new Response(prelude).text();
}

/** The whole body of every lesson in every language it is written in. */
async function lessonPages(curriculum: Curriculum): Promise<string[]> {
  const lessons = curriculum.paths.flatMap((path) => path.lessons);
  const texts = lessons.flatMap((lesson) => Object.values(lesson.texts).map((text) => ({ lesson, text })));
  return Promise.all(
    texts.map(({ lesson, text }) => drawn(<LessonBody lesson={lesson} text={text} curriculum={curriculum} />)),
  );
}

describe('what a learner can fetch before answering', () => {
  test.each(inLessons.map((changed) => [changed.join(', '), changed] as const))(
    'is the same with another %s: public forms, versions, and every byte of every lesson',
    async (_, [secret = 'key']) => {
      expect(publicForms(other(secret))).toEqual(publicForms(original));
      expect(await lessonPages(other(secret))).toEqual(await originalPages);
    },
  );

  test.each(secrets)('is the same with another %s, for questions of every kind there is', async (secret) => {
    const folder = contentWithOther([secret], everyKind);
    copies.push(dirname(folder));
    const [one, another] = [await read(everyKind), await read(folder)];
    expect(publicForms(another)).toEqual(publicForms(one));
    expect(await lessonPages(another)).toEqual(await lessonPages(one));
    const everything = (curriculum: Curriculum) => JSON.stringify([...curriculum.items()]);
    expect(everything(another)).not.toEqual(everything(one));
  });

  test('was compared with questions whose keys do differ', () => {
    for (const item of original.items()) {
      const changed = other('key').item(item.id);
      if (hasKeyOfItsOwn(item)) expect(changed && allOf(changed), item.id).not.toEqual(allOf(item));
    }
  });

  test.each(['explanation', 'options', 'steps', 'value', 'mistakes'])(
    'would differ if the field %s leaked',
    async (field) => {
      const secret: Secret = field === 'explanation' ? 'explanation' : field === 'mistakes' ? 'feedback' : 'key';
      const leaking = (curriculum: Curriculum) =>
        [...curriculum.items()].flatMap((item) =>
          item.kind === 'question' && field in item.question
            ? [{ item, leaked: Reflect.get(item.question, field) }]
            : [],
        );
      const page = async (curriculum: Curriculum) => {
        const [first] = leaking(curriculum);
        if (!first) throw new Error(`no question has ${field}`);
        const question = { ...toPublicQuestion(first.item.question), leaked: first.leaked };
        return drawn(<Quiz item={first.item.id} question={question} locale="en" />);
      };
      expect(await page(other(secret))).not.toEqual(await page(original));
    },
  );
});
