import { assertNever } from '@/lib/assert-never';
import type { Blank } from '@/lib/quiz/blank';
import { asTyped } from '@/lib/quiz/number-key';
import type { Question } from '@/lib/quiz/question';
import { unitsOf } from '@/lib/quiz/units';
import { formsOf, type WordsKey } from '@/lib/quiz/words-key';
import type { Localized } from '@/lib/words/locale';

/** One thing that can be said to a question, with what the key makes of it and what is then told. */
export type OpenLine = {
  readonly verdict: 'right' | 'wrong' | 'step';
  /** As its author named it; learners never see it. */
  readonly id?: string | undefined;
  /** Markdown. */
  readonly text: Localized;
  /** Where it belongs, of pairs and categories. Markdown. */
  readonly to?: Localized | undefined;
  readonly feedback?: Localized | undefined;
  readonly misconception?: string | undefined;
};

/** What belongs together: all options, or one blank's forms. `settings` are the author's own, under the names of quiz.yaml. */
export type OpenGroup = {
  readonly id?: string;
  readonly lines: readonly OpenLine[];
  readonly settings: readonly (readonly [name: string, value: string])[];
};

/** A question laid open, whatever its kind: everything that quiz.yaml says of what is right, what is wrong, and what is told. Pure. */
export function openGroups(question: Question): readonly OpenGroup[] {
  switch (question.kind) {
    case 'single-choice':
      return [{ lines: question.options.map(choice), settings: [] }];
    case 'multiple-choice':
      return [{ lines: question.options.map(choice), settings: [['credit', question.credit]] }];
    case 'ordering':
      return [
        { lines: question.steps.map(({ id, ...step }) => ({ verdict: 'step' as const, id, ...step })), settings: [] },
      ];
    case 'numeric': {
      const unit = question.units ? unitsOf(question.units)[0]?.text : question.unit;
      const units = question.units
        ? [
            setting(
              'units',
              unitsOf(question.units).map((it) => it.id),
            ),
          ]
        : [];
      const { lines, settings } = numberGroup(question, unit);
      return [{ lines, settings: [...settings, ...units] }];
    }
    case 'short-text':
      return [wordsGroup(question)];
    case 'fill-in':
      return question.blanks.map((blank) => ({ id: blank.id, ...blankGroup(blank) }));
    case 'written':
      return [
        ...(question.answer ? [{ lines: [{ verdict: 'right' as const, text: question.answer }], settings: [] }] : []),
        {
          lines: [
            ...question.selfCheck.map((text): OpenLine => ({ verdict: 'step', text })),
            ...question.rubric.map(
              ({ id, text, points, guidance }): OpenLine => ({
                verdict: 'step',
                id: `${id} · ${points}`,
                text,
                feedback: guidance,
              }),
            ),
          ],
          settings: [
            ['marked', question.marked],
            ['length', `${question.length.min}–${question.length.max}`],
          ],
        },
      ];
    case 'matching': {
      const places = new Map(question.rights.map(({ id, text }) => [id, text]));
      return [
        {
          lines: question.lefts.flatMap((left) =>
            placed(
              left,
              left.match,
              left.mistakes.map(({ match: at, feedback }) => ({ at, feedback })),
              places,
            ),
          ),
          settings: [['credit', question.credit]],
        },
      ];
    }
    case 'categorising': {
      const places = new Map(question.categories.map(({ id, text }) => [id, text]));
      return [
        {
          lines: question.items.flatMap((item) =>
            placed(
              item,
              item.category,
              item.mistakes.map(({ category: at, feedback }) => ({ at, feedback })),
              places,
            ),
          ),
          settings: [['credit', question.credit]],
        },
      ];
    }
    case 'pointing': {
      const { target } = question;
      if (target.in === 'figure') return [{ lines: target.regions.map(choice), settings: [] }];
      const range = (from: number, to: number) => typed(from === to ? `${from}` : `${from}–${to}`);
      return [
        {
          lines: [
            { verdict: 'right', text: range(target.from, target.to) },
            ...target.mistakes.map(({ from, to, feedback }) => ({
              verdict: 'wrong' as const,
              text: range(from, to),
              feedback,
            })),
            ...(target.near ? [{ verdict: 'wrong' as const, id: 'near', text: {}, feedback: target.near }] : []),
          ],
          settings: [['accept', target.accept], ...(target.spare ? [setting('spare', [target.spare])] : [])],
        },
      ];
    }
    case 'prediction':
      return question.fields.map(({ name, value, wrong }) => ({
        id: name,
        lines: [
          { verdict: 'right', text: typed(value) },
          ...question.mistakes
            .filter(({ field }) => field === name)
            .map((mistake) => ({
              verdict: 'wrong' as const,
              id: mistake.wrong,
              text: mistake.wrong === undefined ? {} : typed(wrong[mistake.wrong] ?? ''),
              feedback: mistake.feedback,
            })),
        ],
        settings: [],
      }));
    default:
      return assertNever(question);
  }
}

type Group = Omit<OpenGroup, 'id'>;
type Option = Pick<OpenLine, 'text' | 'feedback' | 'misconception'> & { id: string; right?: true | undefined };

function choice({ id, right, text, feedback, misconception }: Option): OpenLine {
  return { verdict: right ? 'right' : 'wrong', id, text, feedback, misconception };
}

function blankGroup(blank: Blank): Group {
  switch (blank.kind) {
    case 'text':
      return wordsGroup(blank);
    case 'number':
      return numberGroup(blank);
    case 'choice':
      return { lines: blank.options.map(choice), settings: [] };
  }
}

function wordsGroup(key: WordsKey): Group {
  return {
    lines: [
      ...formsOf(key.accept).map((form): OpenLine => ({ verdict: 'right', text: typed(form) })),
      ...(key.patterns ?? []).map((form): OpenLine => ({ verdict: 'right', id: 'patterns', text: typed(form) })),
      ...key.near.flatMap(({ accept = [], patterns = [], feedback, misconception }) =>
        [...formsOf(accept), ...patterns].map(
          (form): OpenLine => ({ verdict: 'wrong', text: typed(form), feedback, misconception }),
        ),
      ),
    ],
    settings: [
      ['case', key.case],
      ['punctuation', key.punctuation],
    ],
  };
}

type NumberKey = Parameters<typeof asTyped>[0] & {
  tolerance: number | string;
  mistakes: readonly (Pick<OpenLine, 'feedback' | 'misconception'> & { value: number | string })[];
};

function numberGroup(key: NumberKey, unit?: Localized): Group {
  const number = (value: number | string) => withUnit(asTyped({ value, bases: key.bases }), unit);
  return {
    lines: [
      { verdict: 'right', text: number(key.value) },
      ...key.mistakes.map(({ value, feedback, misconception }) => ({
        verdict: 'wrong' as const,
        text: number(value),
        feedback,
        misconception,
      })),
    ],
    settings: [
      ...(key.tolerance === 0 ? [] : [setting('tolerance', [key.tolerance])]),
      ...(key.bases ? [setting('bases', key.bases)] : []),
    ],
  };
}

function withUnit(number: string, unit: Localized | undefined): Localized {
  const written = (locale: 'en' | 'zh') => (unit?.[locale] ? `\`${number}\` ${unit[locale]}` : `\`${number}\``);
  return { en: written('en'), zh: written('zh') };
}

function placed(
  part: Omit<Option, 'right'>,
  at: string,
  mistakes: readonly { at: string; feedback: Localized }[],
  places: ReadonlyMap<string, Localized>,
): OpenLine[] {
  const { id, text, feedback, misconception } = part;
  return [
    { verdict: 'right', id, text, to: places.get(at), feedback, misconception },
    ...mistakes.map((mistake) => ({
      verdict: 'wrong' as const,
      id,
      text,
      to: places.get(mistake.at),
      feedback: mistake.feedback,
    })),
  ];
}

/** What would be typed, as code. */
function typed(text: string): Localized {
  const code = `\`${text.replaceAll('`', "'")}\``;
  return { en: code, zh: code };
}

function setting(name: string, values: readonly (string | number)[]): readonly [string, string] {
  return [name, values.join(', ')];
}
