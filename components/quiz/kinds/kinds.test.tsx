import fc from 'fast-check';
import { prerender } from 'react-dom/static';
import { describe, expect, test } from 'vitest';
import { type Kind, type PublicQuestion, publicKinds } from '@/lib/quiz/public-kinds';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { type Question, questionSchema } from '@/lib/quiz/question';
import { everyKind, kindTests } from '@/lib/quiz/test-every-kind';
import type { Locale } from '@/lib/words/locale';
import { Quiz } from '../quiz';

async function drawn(question: PublicQuestion, locale: Locale): Promise<string> {
  const { prelude } = await prerender(<Quiz item="path/lesson/q" question={question} locale={locale} />);
  return new Response(prelude).text();
}

/** Every input that a form sends, by name. */
function inputNames(html: string): string[] {
  return [...html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name);
}

/** Fields that are told only after an answer, wherever they stand in a question. */
const secretFields =
  /^(right|value|tolerance|mistakes|feedback|explanation|accept|patterns|near|answer|selfCheck|guidance|match|category|from|to|mistake)$/;

function secretsIn(value: unknown): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, field]) =>
    secretFields.test(name) ? [[name, field] as [string, unknown]] : secretsIn(field),
  );
}

function samples<K extends Kind>(kind: K) {
  const { any, otherSecrets } = kindTests[kind];
  return fc.sample(any, { numRuns: 8, seed: 4 }).map((question) => {
    const other: Question = questionSchema.parse(otherSecrets(question));
    return { question, other };
  });
}

function properties<K extends Kind>(kind: K): void {
  test('is drawn as the same bytes whatever is secret about it', async () => {
    for (const { question, other } of samples(kind))
      for (const locale of ['en', 'zh'] as const)
        expect(await drawn(toPublicQuestion(other), locale)).toBe(await drawn(toPublicQuestion(question), locale));
  });

  test('would be drawn otherwise if a field of it leaked', async () => {
    for (const { question, other } of samples(kind)) {
      const leaking = (one: Question) => ({ ...toPublicQuestion(one), leaked: secretsIn(one) });
      expect(secretsIn(other)).not.toEqual(secretsIn(question));
      expect(await drawn(leaking(other), 'en')).not.toBe(await drawn(leaking(question), 'en'));
    }
  });

  test('is a plain form: what a browser without scripts sends is read, and blank it is incomplete', async () => {
    for (const { question } of samples(kind)) {
      const shown = toPublicQuestion(question);
      const names = inputNames(await drawn(shown, 'en'));
      const form = new FormData();
      // Boxes and lists are sent empty; what is not ticked is not sent at all.
      for (const name of names) if (!/^(choice|order)$/.test(name)) form.append(name, '');
      const { fromForm, read, names: namesOf } = publicKinds[kind];
      const raw = fromForm(form);
      if (raw === null || typeof raw !== 'object') throw new Error(`${kind} reads no object from its form`);
      expect(read(namesOf(shown), raw).kind).toBe('incomplete');
      expect(names.length).toBeGreaterThan(4);
    }
  });

  test('has a name for every box and list', async () => {
    for (const { question } of samples(kind))
      for (const locale of ['en', 'zh'] as const) {
        const html = await drawn(toPublicQuestion(question), locale);
        for (const [box] of html.matchAll(
          /<(?:select|textarea|input(?![^>]*type="(?:hidden|radio|checkbox)"))[^>]*>/g,
        )) {
          const id = /\bid="([^"]+)"/.exec(box)?.[1];
          const isNamed = /aria-label(ledby)?="[^"]+"/.test(box) || (id !== undefined && html.includes(`for="${id}"`));
          expect(isNamed, box).toBe(true);
        }
      }
  });
}

for (const kind of everyKind) describe(`a ${kind} on a page`, () => properties(kind));
