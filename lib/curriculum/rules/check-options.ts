import type { Question } from '@/lib/quiz/question';
import { locales } from '@/lib/words/locale';
import type { KeyPath } from '../schema-errors';
import { type OptionGroup, optionGroups } from './option-groups';
import { type QuestionFault, type QuestionRule, wordsToWrite } from './question-fault';
import { readAs } from './searched-text';

/** What can be chosen can be told apart, is answered when it is wrong, and leaves something to choose. */
export const checkOptions: QuestionRule = (question) => [
  ...optionGroups(question).flatMap(duplicates),
  ...withoutFeedback(question),
  ...withoutChoice(question),
];

/** Two options that read the same in a language: which was meant is a guess there. Only of case is it perhaps the point. */
function duplicates({ place, options }: OptionGroup): QuestionFault[] {
  return locales.flatMap((locale) => {
    const said = options.map(({ text }) => {
      const own = text[locale];
      return own === undefined ? undefined : readAs(own);
    });
    return said.flatMap((one, at): QuestionFault[] => {
      if (one === undefined) return [];
      const same = said.indexOf(one);
      const alike = said.findIndex((other) => other?.toLowerCase() === one.toLowerCase());
      const twin = same < at ? same : alike;
      if (twin >= at) return [];
      const found = options[at]?.text[locale] ?? '';
      return [
        {
          place: [...place, at, 'text', locale],
          rule: 'duplicate-option',
          message: `this reads the same as number ${twin + 1}${same < at ? '' : ', but for capitals'}`,
          expected: 'texts that a reader can tell apart; what differs in capitals alone stands in backticks',
          found,
          ...(same < at ? {} : { severity: 'warning' as const }),
        },
      ];
    });
  });
}

function withoutFeedback(question: Question): QuestionFault[] {
  const silent = (place: KeyPath, when: string): QuestionFault => ({
    place,
    rule: 'feedback',
    severity: 'warning',
    message: `nothing is said to who ${when}`,
    fix: wordsToWrite('feedback', question),
  });
  const wrong = optionGroups(question)
    .filter(({ isJudged }) => isJudged)
    .flatMap(({ place, options }) =>
      options.flatMap(({ right, feedback }, at) =>
        right || feedback ? [] : [silent([...place, at], 'chooses this wrong answer')],
      ),
    );
  return [...wrong, ...unspokenParts(question, silent)];
}

/** Parts that are put somewhere: their feedback is told wherever they were put wrongly, a mistake's only there. */
function unspokenParts(question: Question, silent: (place: KeyPath, when: string) => QuestionFault): QuestionFault[] {
  switch (question.kind) {
    case 'matching':
      return question.lefts.flatMap(({ feedback, mistakes }, at) =>
        feedback || mistakes.length >= question.rights.length - 1
          ? []
          : [silent(['lefts', at], 'matches this wrongly')],
      );
    case 'categorising':
      return question.items.flatMap(({ feedback, mistakes }, at) =>
        feedback || mistakes.length >= question.categories.length - 1
          ? []
          : [silent(['items', at], 'puts this elsewhere')],
      );
    case 'ordering':
      // The first step cannot come too early.
      return question.steps.flatMap(({ feedback }, at) =>
        feedback || at === 0 ? [] : [silent(['steps', at], 'puts this step too early')],
      );
    default:
      return [];
  }
}

/** A question with one answer for everything asks nothing. */
function withoutChoice(question: Question): QuestionFault[] {
  const fault = (place: KeyPath, message: string, fix: string): QuestionFault[] => [
    { place, rule: 'no-choice', severity: 'warning', message, fix },
  ];
  switch (question.kind) {
    case 'multiple-choice':
      return question.options.every(({ right }) => right)
        ? fault(
            ['options'],
            'every option is right: ticking all is the answer',
            'an option that a sensible person ticks and that is wrong',
          )
        : [];
    case 'matching':
      return question.lefts.every(({ match }) => match === question.lefts[0]?.match)
        ? fault(['lefts'], 'everything matches the same right item', 'a left item that matches another one')
        : [];
    case 'categorising':
      return question.items.every(({ category }) => category === question.items[0]?.category)
        ? fault(['items'], 'everything belongs to the same category', 'an item of another category')
        : emptyCategories(question);
    default:
      return [];
  }
}

/** A category may stay empty as a trap; then some item's mistake speaks of it. */
function emptyCategories({ categories, items }: Extract<Question, { kind: 'categorising' }>): QuestionFault[] {
  return categories.flatMap(({ id }, at) => {
    const isUsed = items.some((item) => item.category === id || item.mistakes.some(({ category }) => category === id));
    if (isUsed) return [];
    return [
      {
        place: ['categories', at],
        rule: 'empty-category',
        severity: 'warning',
        message: `nothing belongs to "${id}", and no mistake speaks of it`,
        expected: 'an item that belongs there, or one with a mistake that leads there',
        fix: `mistakes: [{ category: ${id}, feedback: { … } }]`,
      },
    ];
  });
}
