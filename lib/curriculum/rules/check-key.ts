import { earnsAll, grade } from '@/lib/quiz/grade';
import { kinds } from '@/lib/quiz/kinds';
import { gradeOfKey } from '@/lib/quiz/prove-question';
import type { Kind, Responses } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { isTemplate } from '@/lib/quiz/variants/instantiate';
import { proveVariant } from '@/lib/quiz/variants/prove-variant';
import { type QuestionFault, wordsToWrite } from './question-fault';

/** A question proves itself: answered from its key it earns everything, left blank it is not scored, and it says why. */
export function checkKey<K extends Kind>(question: QuestionOf<K> & Question): QuestionFault[] {
  return [
    ...(isTemplate(question) ? variantFaults<K>(question) : keyFaults<K>(question)),
    ...explanationFaults(question),
  ];
}

/** A template proves itself by its draws; each letter says with which numbers it fails, and how often. */
function variantFaults<K extends Kind>(question: QuestionOf<K> & Question): QuestionFault[] {
  return proveVariant<K>(question).map(({ message, ...fault }) => ({
    ...fault,
    message: `"${question.id}": ${message}`,
  }));
}

function keyFaults<K extends Kind>(question: QuestionOf<K> & Question): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const right = gradeOfKey<K>(question);
  if (!earnsAll(right))
    faults.push({
      place: [],
      rule: 'key',
      message: `"${question.id}" answered from its own key does not earn all`,
      expected: 'full marks',
      found: JSON.stringify(right),
    });
  return [...faults, ...blankFaults<K>(question, kinds[question.kind].blank())];
}

/** It watches our own kinds of question: what nobody answered must never be kept as wrong, whatever an author wrote. */
export function blankFaults<K extends Kind>(
  question: QuestionOf<K> & Question,
  nothing: Responses[K],
): QuestionFault[] {
  const blank = grade(question, nothing);
  if (blank.kind === 'incomplete') return [];
  return [
    {
      place: [],
      rule: 'blank',
      message: `"${question.id}" left blank is scored; it should be incomplete`,
      found: JSON.stringify(blank),
    },
  ];
}

/** A written text has its model answer, or its rubric, instead. */
function explanationFaults(question: Question): QuestionFault[] {
  if (question.explanation || question.kind === 'written') return [];
  return [
    {
      place: [],
      rule: 'explanation',
      message: `"${question.id}" has no explanation: right answers get a reason too`,
      fix: wordsToWrite('explanation', question),
    },
  ];
}
