import type { Feedback, Missing, Reading } from './answer';
import { kinds } from './kinds';
import type { Kind, Responses } from './public-kinds';
import type { QuestionOf } from './question';

/** A verdict on one response. "Not finished" can therefore not be stored as "wrong", nor "not for a machine to judge" as anything. */
export type Grade =
  | { kind: 'incomplete'; missing: Missing }
  | { kind: 'scored'; earned: number; possible: number }
  /** A text for a person to judge: the writer, or whoever marks. */
  | { kind: 'received'; possible: number };

/** True of what a key must earn when it is answered with itself: all there is, where a machine can tell. */
export function earnsAll(verdict: Grade | Reading<object>): boolean {
  return verdict.kind === 'received' || (verdict.kind === 'scored' && verdict.earned === verdict.possible);
}

/** Grades a response whose choices are option ids. Pure. */
export function grade<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): Grade {
  return kinds[question.kind].grade(question, response);
}

/** The mistaken idea that leads to this response, if its author named one: to be counted later, over a class. */
export function misconceptionOf<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): string | undefined {
  return kinds[question.kind].misconception?.(question, response);
}

/** What may be said about a graded response: marks and feedback by option id; the explanation once it is right. */
export function feedbackOn<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): Feedback {
  return kinds[question.kind].feedback(question, response);
}
