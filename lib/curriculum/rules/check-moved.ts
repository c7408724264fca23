import type { AuthorError } from '../author-error';
import type { Item } from '../lesson';
import type { LessonRule } from '../lesson-rules';
import { formerNames } from '../moved-ids';
import type { KeyPath } from '../schema-errors';
import { numberedQuestions } from './numbered-questions';

/** One id that `moved` of an item names, and where it says so. */
export type NamedMove = { readonly item: Item; readonly old: string; readonly file: string; readonly path: KeyPath };

/** What `moved` of an item names; `at` is the question's number in its file, from 0. */
export function namedMoves(item: Item, at: number): NamedMove[] {
  const { moved } = item.kind === 'question' ? item.question : item.task;
  const file = item.kind === 'question' ? 'quiz.yaml' : `${item.local}.task.yaml`;
  const path = item.kind === 'question' ? ['questions', at, 'moved'] : ['moved'];
  return formerNames(item).map((old, index) => ({
    item,
    old,
    file,
    path: Array.isArray(moved) ? [...path, index] : path,
  }));
}

/** What is wrong with a move whose old id is alive, or went elsewhere already. */
export function moveLetter({ old, item }: NamedMove, alive: Item | undefined, earlier: Item | undefined) {
  const found = old.startsWith(`${item.lesson}/`) ? old.slice(item.lesson.length + 1) : old;
  const name = (other: Item) => (other.lesson === item.lesson ? other.local : other.id);
  return {
    rule: 'moved-id',
    message: alive ? `"${found}" is still there` : `"${earlier && name(earlier)}" has taken its place already`,
    expected: 'the id of a question or a task that is gone, in one place',
    found,
    fix: alive ? `take "moved" out, or the ${alive.kind} "${name(alive)}"` : 'take one of the two out',
  };
}

/** `moved` carries the progress of an id that is gone: of one that is still there, or to two items, it would be told twice. */
export const checkMoved: LessonRule = (check) => {
  const { lesson, place } = check;
  if (!lesson.items.some((item) => formerNames(item).length > 0)) return [];
  const numbers = new Map(numberedQuestions(check).map(({ question, at }) => [question.id, at]));
  const moves = lesson.items.flatMap((item) => namedMoves(item, numbers.get(item.local) ?? 0));
  return moves.flatMap((move, index): AuthorError[] => {
    const alive = lesson.items.find(({ id }) => id === move.old);
    const earlier = moves.slice(0, index).find(({ old }) => old === move.old)?.item;
    if (!alive && !earlier) return [];
    return [{ ...place(move.file, move.path), ...moveLetter(move, alive, earlier) }];
  });
};
