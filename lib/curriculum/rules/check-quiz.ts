import type { AuthorError } from '../author-error';
import type { LessonRule } from '../lesson-rules';
import { checkAnswerShown } from './check-answer-shown';
import { checkGiveaways } from './check-giveaways';
import { checkKey } from './check-key';
import { checkMistakes } from './check-mistakes';
import { checkOptions } from './check-options';
import { checkPlaces } from './check-places';
import { checkWords } from './check-words';
import { numberedQuestions } from './numbered-questions';
import type { QuestionRule } from './question-fault';

/** What a question has to keep by itself, wherever it stands. */
export const questionRules: readonly QuestionRule[] = [
  checkKey,
  checkOptions,
  checkMistakes,
  checkPlaces,
  checkWords,
  checkAnswerShown,
];

/** Each question by itself, then the quiz as a whole. */
export const checkQuiz: LessonRule = (check) => {
  const asked = numberedQuestions(check);
  const errors = asked.flatMap(({ question, at }) =>
    questionRules
      .flatMap((rule) => rule(question))
      .map(
        ({ place, ...letter }): AuthorError => ({
          ...check.place('quiz.yaml', ['questions', at, ...place]),
          ...letter,
        }),
      ),
  );
  return [...errors, ...checkGiveaways(asked, check)];
};
