import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Asker, askers } from './roles';

/**
 * One line: a way in, which ids it is asked with, and what each asker gets. `ok`; `-`: told like what is not there; `in`: the way to sign in; `go`: on to
 * another page; else the status.
 */
export type PermissionRow = {
  readonly way: string;
  readonly ids: string;
  readonly gets: Readonly<Record<Asker, string>>;
};

export const tableFile = join(import.meta.dirname, 'table.csv');

export function readPermissionTable(text = readFileSync(tableFile, 'utf8')): PermissionRow[] {
  const [heads = [], ...lines]: string[][] = parse(text, { trim: true });
  const expected = ['way', 'ids', ...askers];
  if (heads.join() !== expected.join())
    throw new Error(`${tableFile} has the columns ${heads.join()}, not ${expected.join()}`);
  return lines.map(([way = '', ids = '', ...cells]) => {
    const cell = (asker: Asker) => cells[askers.indexOf(asker)] ?? '';
    return {
      way,
      ids,
      gets: {
        nobody: cell('nobody'),
        guest: cell('guest'),
        learner: cell('learner'),
        member: cell('member'),
        other: cell('other'),
        assistant: cell('assistant'),
        instructor: cell('instructor'),
        author: cell('author'),
        teacher: cell('teacher'),
        admin: cell('admin'),
      },
    };
  });
}

/** `GET /[locale]/teach`, or an action's `app/[locale]/teach/new/actions.ts makeClassAction`, with each set of ids once. */
export function rowName({ way, ids }: Pick<PermissionRow, 'way' | 'ids'>): string {
  return ids === '' ? way : `${way} (${ids})`;
}
