import type { AuthorError } from './author-error';
import type { Curriculum } from './curriculum';
import type { Path } from './lesson';
import { type MovedIds, movedIds } from './moved-ids';
import type { PublishedIds } from './published-ids';
import type { Content } from './read-content';
import { moveLetter, type NamedMove, namedMoves } from './rules/check-moved';

/**
 * What only all lessons and the record of published ids can tell of `moved`: that an id of another lesson is still there or went elsewhere
 * already, and that one was never published. `own`: the paths the record is kept for.
 */
export function checkPublishedMoves(
  published: PublishedIds,
  curriculum: Curriculum,
  own: readonly Path[],
  place: Content['place'],
): AuthorError[] {
  const ids = movedIds(curriculum);
  const known = new Set(published.items);
  return own.flatMap((path) =>
    movesOf(path).flatMap((move): AuthorError[] => {
      const letter = letterOf(move, ids, known);
      const lesson = path.lessons.find(({ id }) => id === move.item.lesson);
      return letter && lesson ? [{ ...place(lesson, move.file, move.path), ...letter }] : [];
    }),
  );
}

function letterOf(move: NamedMove, ids: MovedIds, known: ReadonlySet<string>) {
  const { item, old } = move;
  const names = namesOf(old, ids);
  const holder = ids.item(old);
  if (!holder || holder === item) return names.some((name) => known.has(name)) ? undefined : neverPublished(move);
  const isAlive = names.includes(holder.id);
  // Within a lesson, under its present address, its own rule has told it.
  if (holder.lesson === item.lesson && old.startsWith(`${item.lesson}/`)) return undefined;
  return moveLetter(move, isAlive ? holder : undefined, isAlive ? undefined : holder);
}

function neverPublished(move: NamedMove) {
  const letter = moveLetter(move, undefined, undefined);
  return {
    ...letter,
    message: `"${letter.found}" was never published: nobody’s progress hangs on it`,
    expected: 'an id that stands in .ids.json and is gone',
    fix: 'take "moved" out, or name the id that was published',
  };
}

/** An old id under every address that its lesson has had. */
function namesOf(old: string, ids: MovedIds): string[] {
  const [lesson, local] = [old.slice(0, old.lastIndexOf('/')), old.slice(old.lastIndexOf('/') + 1)];
  return [old, ...ids.storedLessons(ids.currentLesson(lesson)).map((name) => `${name}/${local}`)];
}

function movesOf({ lessons }: Path): NamedMove[] {
  return lessons.flatMap(({ items }) => {
    let question = -1;
    return items.flatMap((item) => {
      if (item.kind === 'question') question++;
      return namedMoves(item, question);
    });
  });
}
