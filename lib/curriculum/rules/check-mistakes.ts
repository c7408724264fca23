import type { Blank } from '@/lib/quiz/blank';
import { grade } from '@/lib/quiz/grade';
import type { Pointing } from '@/lib/quiz/kinds/pointing';
import { settled, within } from '@/lib/quiz/number-key';
import type { Question } from '@/lib/quiz/question';
import { isTemplate } from '@/lib/quiz/variants/instantiate';
import { formsOf, judgeWords, type WordsKey } from '@/lib/quiz/words-key';
import type { KeyPath } from '../schema-errors';
import type { QuestionFault, QuestionRule } from './question-fault';

/** What an author foresaw as a mistake is wrong, and is not swallowed by another one: else its feedback is never told. */
export const checkMistakes: QuestionRule = (question) => {
  switch (question.kind) {
    case 'numeric':
      // Of a variant the numbers are drawn first (variants/prove-variant.ts).
      return isTemplate(question) ? [] : numberFaults(question, []);
    case 'short-text':
      return nearFaults(question, []);
    case 'fill-in':
      return question.blanks.flatMap((blank, at) => blankFaults(blank, ['blanks', at], isTemplate(question)));
    case 'matching':
      return question.lefts.flatMap(({ match, mistakes }, at) =>
        placeFaults(
          match,
          mistakes.map((mistake) => mistake.match),
          ['lefts', at],
        ),
      );
    case 'categorising':
      return question.items.flatMap(({ category, mistakes }, at) =>
        placeFaults(
          category,
          mistakes.map((mistake) => mistake.category),
          ['items', at],
        ),
      );
    case 'pointing':
      return rangeFaults(question);
    default:
      return [];
  }
};

function blankFaults(blank: Blank, place: KeyPath, isDrawn: boolean): QuestionFault[] {
  if (blank.kind === 'text') return nearFaults(blank, place);
  return blank.kind === 'number' && !isDrawn ? numberFaults(blank, place) : [];
}

type NumberKey = Extract<Question, { kind: 'numeric' }> | Extract<Blank, { kind: 'number' }>;

function numberFaults({ value, tolerance, mistakes }: NumberKey, place: KeyPath): QuestionFault[] {
  const right = settled(value);
  const wide = within(0, right, tolerance) && right !== 0;
  return [
    ...(wide
      ? [
          {
            place: [...place, 'tolerance'],
            rule: 'tolerance-wide',
            severity: 'warning' as const,
            message: `with this tolerance 0 is as right as ${right}`,
            expected: `less than ${Math.abs(right)}, or less than 100%`,
            found: String(tolerance),
          },
        ]
      : []),
    ...mistakes.flatMap((mistake, at): QuestionFault[] => {
      const wrong = settled(mistake.value);
      const here = [...place, 'mistakes', at, 'value'];
      if (within(wrong, right, tolerance))
        return [
          {
            place: here,
            rule: 'mistake-right',
            message: `${wrong} is taken for right, so this mistake is never told`,
            expected:
              tolerance === 0 ? `a number other than ${right}` : `a number off ${right} by more than ${tolerance}`,
            found: String(wrong),
            fix: tolerance === 0 ? 'take the mistake out' : 'a smaller tolerance',
          },
        ];
      const earlier = mistakes.slice(0, at).findIndex((other) => within(wrong, settled(other.value), other.tolerance));
      return earlier === -1 ? [] : [toldTwice(here, String(wrong), earlier)];
    }),
  ];
}

function toldTwice(place: KeyPath, found: string, earlier: number): QuestionFault {
  return {
    place,
    rule: 'mistake-twice',
    message: `mistake ${earlier + 1} speaks of this already, so this one is never told`,
    found,
    fix: 'take one of the two out',
  };
}

/** The first near form that fits speaks. That none is accepted as right is the schema's own check. */
function nearFaults(key: WordsKey, place: KeyPath): QuestionFault[] {
  return key.near.flatMap((near, at) => {
    const forms = formsOf(near.accept ?? []);
    const speakers = forms.flatMap((form) => judgeWords(key, form).near ?? []);
    const [other] = speakers;
    // Where some forms are left to it, it is still told.
    if (!other || near.patterns || speakers.includes(near)) return [];
    const earlier = key.near.indexOf(other);
    return [toldTwice([...place, 'near', at], forms.join(', '), earlier)];
  });
}

function placeFaults(right: string, mistakes: readonly string[], place: KeyPath): QuestionFault[] {
  const key = place[0] === 'lefts' ? 'match' : 'category';
  return mistakes.flatMap((wrong, at): QuestionFault[] => {
    const here = [...place, 'mistakes', at, key];
    if (wrong === right)
      return [
        {
          place: here,
          rule: 'mistake-right',
          message: `"${wrong}" is where this belongs, so this mistake is never told`,
          expected: `a ${key} other than ${right}`,
          found: wrong,
        },
      ];
    const earlier = mistakes.indexOf(wrong);
    return earlier < at ? [toldTwice(here, wrong, earlier)] : [];
  });
}

function rangeFaults(question: Pointing): QuestionFault[] {
  const { target } = question;
  if (target.in !== 'bytes') return [];
  return target.mistakes.flatMap(({ from, to }, at): QuestionFault[] => {
    const verdict = grade<'pointing'>(question, { from, to });
    const here = ['mistakes', at];
    if (verdict.kind === 'scored' && verdict.earned > 0)
      return [
        {
          place: here,
          rule: 'mistake-right',
          message: `bytes ${from} to ${to} are taken for right, so this mistake is never told`,
          expected: `bytes that are wrong beside ${target.from} to ${target.to} (accept: ${target.accept})`,
          found: `${from} to ${to}`,
        },
      ];
    const earlier = target.mistakes.findIndex((other) => other.from === from && other.to === to);
    return earlier < at ? [toldTwice(here, `${from} to ${to}`, earlier)] : [];
  });
}
