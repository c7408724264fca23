import type { Curriculum } from './curriculum';
import type { Item, Lesson } from './lesson';

/** More moves of one question than an author makes in a lifetime; keeps a slip from running for ever. */
const mostSteps = 32;
const mostFormer = 500;

type Taught = Pick<Curriculum, 'item' | 'items' | 'paths' | 'lessonById' | 'movedFrom'>;

/**
 * What ids of the past are called today. Stored rows keep the id they were made with; whoever reads them asks here. `formerly` of lessons
 * and `moved` of questions and tasks together, one after the other in any order.
 */
export class MovedIds {
  /** Old id → the one that took its place, for `moved`. */
  readonly #next = new Map<string, string>();
  readonly #former = new Map<string, string[]>();
  readonly #known = new Map<string, readonly string[]>();
  readonly #curriculum: Taught;
  /** Nothing has moved: every id is its own. */
  readonly isEmpty: boolean;

  constructor(curriculum: Taught) {
    this.#curriculum = curriculum;
    for (const item of curriculum.items()) for (const old of formerNames(item)) this.#note(old, item.id);
    this.isEmpty =
      this.#next.size === 0 &&
      curriculum.paths.every(({ lessons }) => lessons.every(({ formerly }) => formerly.length === 0));
  }

  /** The id that an item's answers count for today: its own while it is there, or when nothing took its place. */
  currentId(id: string): string {
    if (this.isEmpty) return id;
    const been = new Set<string>();
    let here: string | undefined = id;
    while (here !== undefined && !been.has(here) && been.size < mostSteps) {
      if (this.#curriculum.item(here)) return here;
      been.add(here);
      here = this.#step(here);
    }
    return id;
  }

  /** Every id under which this item's answers may be stored, but for its own. */
  formerIds(id: string): readonly string[] {
    if (this.isEmpty) return [];
    const known = this.#known.get(id);
    if (known) return known;
    const found = new Set([id]);
    for (const here of found) {
      if (found.size > mostFormer) break;
      for (const old of this.#before(here)) found.add(old);
    }
    const former = [...found].filter((old) => old !== id && this.currentId(old) === id);
    if (this.#curriculum.item(id)) this.#known.set(id, former);
    return former;
  }

  /** Every id under which this item's answers may be stored. */
  storedIds(id: string): readonly string[] {
    return [id, ...this.formerIds(id)];
  }

  item(id: string): Item | undefined {
    return this.#curriculum.item(this.currentId(id));
  }

  currentLesson(id: string): string {
    return this.lesson(id)?.id ?? id;
  }

  lesson(id: string): Lesson | undefined {
    const [path = '', slug = ''] = id.split('/');
    return this.#curriculum.lessonById(id) ?? this.#curriculum.movedFrom(path, slug);
  }

  /** A lesson's address and every old one. */
  storedLessons(id: string): readonly string[] {
    return [id, ...(this.#curriculum.lessonById(id)?.formerly ?? [])];
  }

  #note(old: string, current: string): void {
    const [lesson, local] = halves(old);
    // Of a lesson that has moved since: the question had that id under the new address, and under the others, too.
    const names = [...new Set([old, `${this.currentLesson(lesson)}/${local}`])];
    // Still there: then it is no old id, and the check says so.
    if (names.some((id) => this.#curriculum.item(id))) return;
    for (const id of names) {
      if (this.#next.has(id)) continue;
      this.#next.set(id, current);
      this.#former.set(current, [...(this.#former.get(current) ?? []), id]);
    }
  }

  #step(id: string): string | undefined {
    const [lesson, local] = halves(id);
    const now = this.currentLesson(lesson);
    return this.#next.get(id) ?? (now === lesson ? undefined : `${now}/${local}`);
  }

  #before(id: string): string[] {
    const [lesson, local] = halves(id);
    const former = this.#curriculum.lessonById(lesson)?.formerly ?? [];
    return [...(this.#former.get(id) ?? []), ...former.map((old) => `${old}/${local}`)];
  }
}

/** For who asks about ids without any content at hand: each is its own. */
export const nothingMoved = new MovedIds({
  paths: [],
  item: () => undefined,
  items: () => new Map<string, Item>().values(),
  lessonById: () => undefined,
  movedFrom: () => undefined,
});

const kept = new WeakMap<Curriculum, MovedIds>();

/** Made once for each curriculum that is taught. */
export function movedIds(curriculum: Curriculum): MovedIds {
  const known = kept.get(curriculum);
  if (known) return known;
  const made = new MovedIds(curriculum);
  kept.set(curriculum, made);
  return made;
}

/** The ids that `moved` of a question or a task names, whole: `path/lesson/old-id`. */
export function formerNames(item: Item): string[] {
  const { moved } = item.kind === 'question' ? item.question : item.task;
  return [moved ?? []].flat().map((old) => (old.includes('/') ? old : `${item.lesson}/${old}`));
}

function halves(id: string): [lesson: string, local: string] {
  const at = id.lastIndexOf('/');
  return [id.slice(0, at), id.slice(at + 1)];
}
