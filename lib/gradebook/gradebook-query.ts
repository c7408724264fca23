import { readColumnKey } from '@/lib/gradebook/columns';
import { type Direction, type ScreenSort, screenSorts } from '@/lib/gradebook/screen';

/** What the columns of the table are: every lesson, every assignment, or the questions of one lesson. */
export type Shown =
  | { readonly kind: 'lessons' }
  | { readonly kind: 'assignments' }
  | { readonly kind: 'items'; readonly lesson: string };

/** What an address of the gradebook asks for. Screens are counted from 1. */
export type GradebookQuery = {
  readonly shown: Shown;
  readonly sort: ScreenSort;
  readonly direction: Direction;
  readonly screen: number;
  readonly columns: number;
  readonly name: string;
  readonly group: string;
  /** Of a cell: the lesson whose questions the table shows; ''. */
  readonly lesson: string;
};

const longestFilter = 200;
const mostScreens = 1_000_000;

/** The direction that a sort begins with: who needs something stands on top. */
const firstDirection: Record<ScreenSort, Direction> = { name: 'up', progress: 'up', risk: 'down', seen: 'up' };

type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address that anybody may have typed: what is not understood is as if it were not there. */
export function readGradebookQuery(sent: Sent): GradebookQuery {
  const sort = screenSorts.find((it) => it === one(sent, 'sort')) ?? 'name';
  const direction = one(sent, 'dir') === 'up' ? 'up' : one(sent, 'dir') === 'down' ? 'down' : firstDirection[sort];
  return {
    shown: readShown(one(sent, 'of')),
    sort,
    direction,
    screen: readNumber(one(sent, 'screen')),
    columns: readNumber(one(sent, 'columns')),
    name: one(sent, 'name').trim().slice(0, longestFilter),
    group: one(sent, 'group').trim().slice(0, longestFilter),
    lesson: readLesson(one(sent, 'lesson')),
  };
}

/** `?sort=risk&screen=2`: the address of a view, without what goes without saying; '' for the first look. */
export function gradebookAddress(query: GradebookQuery): string {
  const { shown, sort, direction, screen, columns, name, group } = query;
  const said = new URLSearchParams();
  if (shown.kind === 'assignments') said.set('of', 'assignments');
  if (shown.kind === 'items') said.set('of', `lesson:${shown.lesson}`);
  if (sort !== 'name') said.set('sort', sort);
  if (direction !== firstDirection[sort]) said.set('dir', direction);
  if (name) said.set('name', name);
  if (group) said.set('group', group);
  if (columns > 1) said.set('columns', String(columns));
  if (screen > 1) said.set('screen', String(screen));
  const text = said.toString();
  return text && `?${text}`;
}

/** The same view in another order: the way a sort begins, or, of the one that is, the other way round. From the first screen. */
export function sortedBy(query: GradebookQuery, sort: ScreenSort): GradebookQuery {
  const turned = query.direction === 'up' ? 'down' : 'up';
  return { ...query, sort, direction: sort === query.sort ? turned : firstDirection[sort], screen: 1 };
}

function readShown(of: string): Shown {
  if (of === 'assignments') return { kind: 'assignments' };
  const column = readColumnKey(of);
  return column?.kind === 'lesson' ? { kind: 'items', lesson: column.lesson } : { kind: 'lessons' };
}

function readLesson(text: string): string {
  const column = readColumnKey(`lesson:${text}`);
  return column?.kind === 'lesson' ? column.lesson : '';
}

function readNumber(text: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(number, 1), mostScreens);
}

function one(sent: Sent, name: string): string {
  const value = sent[name];
  const text = typeof value === 'string' ? value : (value?.[0] ?? '');
  // PostgreSQL holds no NUL.
  return text.replaceAll('\0', '');
}
