import { optionIds } from '@/lib/quiz/letters';
import { type Locale, locales } from '@/lib/words/locale';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { chanceOfAtLeast } from './chance';
import type { NumberedQuestion } from './numbered-questions';

/** As rare as this, a quiz whose right options are the long ones did not come about by chance. */
const rare = 1 / 100;

/** A difference that is seen: one tenth more than the next. */
const visible = 1.1;

/** Who knows nothing of the lesson and looks at the shape of the options does no better than chance. */
export function checkGiveaways(
  asked: readonly NumberedQuestion[],
  { place }: Pick<LessonCheck, 'place'>,
): AuthorError[] {
  const long = locales.flatMap((locale) => [
    ...byLength(asked, locale, 'longest', place),
    ...byLength(asked, locale, 'shortest', place),
  ]);
  return [...long, ...asked.flatMap((one) => shownInOrder(one, place))];
}

type Judged = { readonly at: number; readonly chance: number; readonly isRight: boolean };

/**
 * Over the choices of a quiz in which one option is visibly the longest: how many of these are right, and how likely that many would be if
 * length said nothing. Each counts with its own chance, right options by all of them.
 */
function byLength(
  asked: readonly NumberedQuestion[],
  locale: Locale,
  which: 'longest' | 'shortest',
  place: LessonCheck['place'],
): AuthorError[] {
  const judged = asked.flatMap(({ question, at }): Judged[] => {
    if (question.kind !== 'single-choice' && question.kind !== 'multiple-choice') return [];
    const lengths = question.options.map(({ text }) => [...(text[locale] ?? '')].length);
    const extreme = which === 'longest' ? Math.max(...lengths) : Math.min(...lengths);
    const index = lengths.indexOf(extreme);
    const others = lengths.filter((_, other) => other !== index);
    const isVisible =
      which === 'longest' ? extreme > Math.max(...others) * visible : extreme * visible < Math.min(...others);
    if (!isVisible) return [];
    const right = question.options.filter((option) => option.right).length;
    return [{ at, chance: right / question.options.length, isRight: question.options[index]?.right === true }];
  });
  const hits = judged.filter(({ isRight }) => isRight);
  const chance = chanceOfAtLeast(
    hits.length,
    judged.map((one) => one.chance),
  );
  const [first] = hits;
  if (!first || chance >= rare) return [];
  const language = locale === 'en' ? 'English' : 'Chinese';
  return [
    {
      ...place('quiz.yaml', ['questions', first.at, 'options']),
      rule: 'giveaway-length',
      severity: 'warning',
      message: `in ${language} the ${which} option is right in ${hits.length} of the ${judged.length} questions in which one is visibly the ${which}; by chance so many are in 1 of ${Math.round(1 / chance)} quizzes`,
      expected: `right options that are not the ${which} more often than chance would have it (1 of ${1 / rare} quizzes)`,
      found: `${which} and right in questions ${hits.map(({ at }) => at + 1).join(', ')}`,
      fix:
        which === 'longest'
          ? 'shorter right options, or wrong ones as exact as the right ones'
          : 'right options as exact as the wrong ones',
    },
  ];
}

/** Options are shuffled by what they say, once for everybody. Steps to be ordered may come out in the right order already. */
function shownInOrder({ question, at }: NumberedQuestion, place: LessonCheck['place']): AuthorError[] {
  if (question.kind !== 'ordering') return [];
  const shown = Object.values(optionIds(question.id, question.steps));
  if (question.steps.some(({ id }, index) => shown[index] !== id)) return [];
  return [
    {
      ...place('quiz.yaml', ['questions', at, 'steps']),
      rule: 'giveaway-position',
      severity: 'warning',
      message: `the steps of "${question.id}" are shown in the right order already: handing them in untouched is right`,
      expected: 'another order; it follows from the question’s id and the words of the steps',
      fix: 'other words for one of the steps (or, before it is published, another id)',
    },
  ];
}
