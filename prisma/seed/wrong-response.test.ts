import { beforeAll, describe, expect, test } from 'vitest';
import { gradeAnswer } from '@/lib/attempts/grade-answer';
import type { Item } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { isTemplate, tryInstantiate } from '@/lib/quiz/variants/instantiate';
import { Dice } from './dice';
import { rightResponse, wrongResponse } from './wrong-response';

const noTask = () => Promise.reject(new Error('no task is asked'));
const grade = (question: Parameters<typeof rightResponse>[0], response: object) =>
  gradeAnswer(
    { item: 'a/b/c', version: '0', keyRevision: 1, form: { kind: 'question', question } },
    { id: '', response: { ...JSON.parse(JSON.stringify(response)) } },
    noTask,
  );

let items: Item[];

beforeAll(async () => {
  items = [...(await curriculum()).items()];
});

describe('answers of people who are not there', () => {
  test('to every question of the lessons: the wrong ones are whole answers, and most earn less than everything', async () => {
    const dice = new Dice(1);
    let full = 0;
    let all = 0;
    for (const item of items) {
      if (item.kind === 'task' || item.question.kind === 'written') continue;
      const instance = isTemplate(item.question) ? tryInstantiate(item.question, dice.hex(16)) : undefined;
      const question = instance?.kind === 'instance' ? instance.question : item.question;
      expect(await grade(question, rightResponse(question)), item.id).toMatchObject({ kind: 'graded', earned: 1 });
      const graded = await grade(question, wrongResponse(question, dice));
      if (!('kind' in graded)) throw new Error(`${item.id}: ${JSON.stringify(graded)}`);
      all += 1;
      if (graded.earned === graded.possible) full += 1;
    }
    expect(all).toBeGreaterThan(100);
    expect(full / all).toBeLessThan(0.1);
  });

  test('come out the same for the same seed, and otherwise for another', () => {
    const rolls = (seed: number) => {
      const dice = Dice.of(seed, 'lin');
      return [dice.uuid(), dice.fraction(), dice.below(1_000), dice.normal()];
    };
    expect(rolls(1)).toEqual(rolls(1));
    expect(rolls(1)).not.toEqual(rolls(2));
    expect(rolls(1)[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
