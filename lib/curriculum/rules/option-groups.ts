import type { Question } from '@/lib/quiz/question';
import type { Localized } from '@/lib/words/locale';
import type { KeyPath } from '../schema-errors';

export type GroupedOption = {
  readonly text: Localized;
  readonly right?: true | undefined;
  readonly feedback?: Localized | undefined;
};

/** Things that are shown side by side and have to be told apart. */
export type OptionGroup = {
  readonly place: KeyPath;
  readonly options: readonly GroupedOption[];
  /** Whether one is right and another wrong, as of choices and not of steps. */
  readonly isJudged: boolean;
};

/** Every group of options of a question, with its place in the author's file. */
export function optionGroups(question: Question): OptionGroup[] {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return [{ place: ['options'], options: question.options, isJudged: true }];
    case 'ordering':
      return [{ place: ['steps'], options: question.steps, isJudged: false }];
    case 'matching':
      return [
        { place: ['lefts'], options: question.lefts, isJudged: false },
        { place: ['rights'], options: question.rights, isJudged: false },
      ];
    case 'categorising':
      return [
        { place: ['categories'], options: question.categories, isJudged: false },
        { place: ['items'], options: question.items, isJudged: false },
      ];
    case 'pointing':
      return question.target.in === 'figure'
        ? [{ place: ['regions'], options: question.target.regions, isJudged: true }]
        : [];
    case 'fill-in':
      return question.blanks.flatMap((blank, at) =>
        blank.kind === 'choice' ? [{ place: ['blanks', at, 'options'], options: blank.options, isJudged: true }] : [],
      );
    default:
      return [];
  }
}
