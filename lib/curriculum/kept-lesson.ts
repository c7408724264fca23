import type { Lesson } from './lesson';

/**
 * A lesson in two parts: what a list of lessons needs of it (ids, titles, headings, objectives, what is where), and what only its own page
 * and its answers need (words, questions, tasks, runs). A thousand lessons are in memory as a thousand light ones.
 */
export type KeptLesson = {
  /** The lesson with holes. */
  readonly light: unknown;
  readonly holes: readonly Hole[];
  /** What belongs into the holes, in their order. */
  readonly heavy: readonly unknown[];
};

/** Where something was taken out: the way to what holds it, and its key there. */
type Hole = readonly [way: readonly (string | number)[], key: string];

const LIGHT_TEXT = 120;

export function toKept(lesson: Lesson): KeptLesson {
  const holes: Hole[] = [];
  const heavy: unknown[] = [];
  const without = (holder: object, way: Hole[0], isHeavy: (key: string, value: unknown) => boolean) =>
    Object.fromEntries(
      Object.entries(holder).filter(([key, value]) => {
        if (!isHeavy(key, value)) return true;
        holes.push([way, key]);
        heavy.push(value);
        return false;
      }),
    );
  const light = {
    ...without(lesson, [], (key) => key === 'runs'),
    texts: Object.fromEntries(
      Object.entries(lesson.texts).map(([locale, text]) => [
        locale,
        without(text, ['texts', locale], (key) => key === 'body'),
      ]),
    ),
    items: lesson.items.map((item, at) => {
      const way = ['items', at];
      return item.kind === 'question'
        ? { ...item, question: without(item.question, [...way, 'question'], isLong) }
        : { ...without(item, way, (key) => key === 'solution'), task: without(item.task, [...way, 'task'], isLong) };
    }),
  };
  return { light, holes, heavy };
}

/** The lesson again. What was taken out comes back when it is first looked at, all of it at once. */
export function fromKept({ light, holes }: Omit<KeptLesson, 'heavy'>, load: () => readonly unknown[]): Lesson {
  let loaded: readonly unknown[] | undefined;
  for (const [index, [way, key]] of holes.entries()) {
    const holder = at(light, way);
    Object.defineProperty(holder, key, {
      configurable: true,
      enumerable: true,
      get() {
        loaded ??= load();
        const value = loaded[index];
        Object.defineProperty(holder, key, { configurable: true, enumerable: true, writable: true, value });
        return value;
      },
    });
  }
  if (!isLesson(light)) throw new Error('what was kept is no lesson');
  return light;
}

/** Ids, kinds, uses and the like stay: they are what neighbours ask for. */
function isLong(_key: string, value: unknown): boolean {
  return typeof value === 'string' ? value.length > LIGHT_TEXT : typeof value === 'object' && value !== null;
}

function at(light: unknown, way: Hole[0]): object {
  let here = light;
  for (const key of way) here = here !== null && typeof here === 'object' ? Reflect.get(here, key) : undefined;
  if (here === null || typeof here !== 'object') throw new Error(`what was kept has nothing at ${way.join('.')}`);
  return here;
}

/** Whole files are kept under the hash of the code that wrote them, with a sum over their bytes: what has an id was a lesson. */
function isLesson(light: unknown): light is Lesson {
  return light !== null && typeof light === 'object' && 'id' in light && 'items' in light && 'texts' in light;
}
