import type { Question } from '@/lib/quiz/question';
import type { LessonCheck } from '../lesson-rules';

/** A question, and which one it is in quiz.yaml, from 0. */
export type NumberedQuestion = { readonly question: Question; readonly at: number };

/** How many that could not be read may stand before one that could. */
const mostUnread = 500;

/** The questions with their numbers in the file: one that names something that is not there stands in the file and is not among them. */
export function numberedQuestions({ lesson, place, sources }: LessonCheck): NumberedQuestion[] {
  const lines = sources.get('quiz.yaml')?.text.split('\n') ?? [];
  const isWrittenAt = (at: number, id: string) => {
    const { line, column } = place('quiz.yaml', ['questions', at, 'id']);
    const written = lines[line - 1]?.slice(column - 1).replace(/^["']/, '') ?? '';
    return written.startsWith(id) && !/^[\w-]/.test(written.slice(id.length));
  };
  let last = -1;
  return lesson.items.flatMap((item): NumberedQuestion[] => {
    if (item.kind !== 'question') return [];
    const { question } = item;
    const next = last + 1;
    let at = next;
    while (at < next + mostUnread && !isWrittenAt(at, question.id)) at++;
    last = at < next + mostUnread ? at : next;
    return [{ question, at: last }];
  });
}
