import type { Feedback } from './answer';
import type { Grade } from './grade';
import { categorising } from './kinds/categorising';
import { fillIn } from './kinds/fill-in';
import { matching } from './kinds/matching';
import { multipleChoice } from './kinds/multiple-choice';
import { numeric } from './kinds/numeric';
import { ordering } from './kinds/ordering';
import { pointing } from './kinds/pointing';
import { prediction } from './kinds/prediction';
import { shortText } from './kinds/short-text';
import { singleChoice } from './kinds/single-choice';
import { written } from './kinds/written';
import type { Kind, PublicKinds, Responses } from './public-kinds';
import type { QuestionOf } from './question';

/** What the server knows how to do with a question of one kind. Responses are in option ids. */
type KindOf<K extends Kind> = {
  /** Names each field that may leave the server. */
  toPublic(question: QuestionOf<K>): PublicKinds[K];
  /** Letter that was shown → option id. */
  letters(question: QuestionOf<K>): Record<string, string>;
  grade(question: QuestionOf<K>, response: Responses[K]): Grade;
  feedback(question: QuestionOf<K>, response: Responses[K]): Feedback;
  /** The response that the key calls right, and the one of a learner who has not begun. */
  fromKey(question: QuestionOf<K>): Responses[K];
  blank(): Responses[K];
  /** The mistaken idea that leads to a response, by its author's name for it. What is right is right, whatever else leads there. */
  misconception?(question: QuestionOf<K>, response: Responses[K]): string | undefined;
};

export const kinds: { [K in Kind]: KindOf<K> } = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  numeric,
  ordering,
  'short-text': shortText,
  'fill-in': fillIn,
  written,
  matching,
  categorising,
  pointing,
  prediction,
};
