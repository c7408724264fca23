import { rowsAbout } from '@/lib/progress/export-store';

/**
 * A learner's own data as one JSON document, `{ format, tables: { attempt: [...], note: [...], … } }`, in pieces: it is sent while it is
 * read, however much there is.
 */
export async function* exportLearner(learnerId: string): AsyncGenerator<string> {
  yield '{\n"format": "handrail-learner-2",\n"tables": {';
  let current: string | undefined;
  for await (const { table, row } of rowsAbout(learnerId)) {
    const isNew = table !== current;
    const before = current === undefined ? '' : isNew ? '\n],' : ',';
    yield `${before}${isNew ? `\n${JSON.stringify(table)}: [` : ''}\n${JSON.stringify(row)}`;
    current = table;
  }
  yield current === undefined ? '}\n}\n' : '\n]}\n}\n';
}
