import type { Feedback, Missing } from './answer';
import { kinds } from './kinds';
import type { Kind, Responses } from './public-kinds';
import type { QuestionOf } from './question';

/** A verdict on one response. "Not finished" can therefore not be stored as "wrong". */
export type Grade = { kind: 'incomplete'; missing: Missing } | { kind: 'scored'; earned: number; possible: number };

/** Grades a response whose choices are option ids. Pure. */
export function grade<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): Grade {
  return kinds[question.kind].grade(question, response);
}

/** What may be said about a graded response: marks and feedback by option id; the explanation once it is right. */
export function feedbackOn<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): Feedback {
  return kinds[question.kind].feedback(question, response);
}
