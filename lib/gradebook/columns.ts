import { isUuid } from '@/lib/classes/class-for';
import type { Localized } from '@/lib/words/locale';

/** What a column of the gradebook is about: a lesson, one question or task of a lesson, or an assignment of the class. */
export type GradeColumn =
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'assignment'; readonly assignment: string };

/** A column as it is shown and exported. */
export type NamedColumn = {
  readonly column: GradeColumn;
  readonly title: Localized;
  /** Of an assignment: what is missing after this counts as nothing. */
  readonly dueAt?: Date;
};

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
const lessonForm = new RegExp(`^${slug}/${slug}$`);
const itemForm = new RegExp(`^${slug}/${slug}/${slug}$`);
const longest = 200;

/** `lesson:tcp-tls/handshakes`: how a column is kept beside what staff decided about it, and named in forms. */
export function columnKey(column: GradeColumn): string {
  switch (column.kind) {
    case 'lesson':
      return `lesson:${column.lesson}`;
    case 'item':
      return `item:${column.item}`;
    case 'assignment':
      return `assignment:${column.assignment}`;
  }
}

/** The column that a key names; undefined when it is no key of one. Whether there is such a lesson or assignment is not asked. */
export function readColumnKey(key: string): GradeColumn | undefined {
  if (key.length > longest) return undefined;
  const at = key.indexOf(':');
  const rest = key.slice(at + 1);
  switch (key.slice(0, Math.max(at, 0))) {
    case 'lesson':
      return lessonForm.test(rest) ? { kind: 'lesson', lesson: rest } : undefined;
    case 'item':
      return itemForm.test(rest) ? { kind: 'item', item: rest } : undefined;
    case 'assignment':
      return isUuid(rest) ? { kind: 'assignment', assignment: rest.toLowerCase() } : undefined;
    default:
      return undefined;
  }
}
