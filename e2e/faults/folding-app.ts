import { openDatabase } from '@/lib/db/database';
import { fold } from '@/lib/gradebook/submit-fold';
import { testContent } from '@/lib/gradebook/test-fold-store';

/**
 * A process that does nothing but fold, in small pieces and without rest, to be killed: prints a line for each piece. With `twice` as the
 * last argument it has the fault that the test must find: it folds, and what it has folded is folded again.
 */
const [, , DATA_DIR = '', systemFolder = '', fault = ''] = process.argv;

await openDatabase({ DATA_DIR }, { systemFolder });
const content = testContent();
if (fault === 'twice') {
  const { addSums } = await import('@/lib/gradebook/class-sums-store');
  const { keptSums } = await import('@/lib/gradebook/class-sums-store');
  const { transaction } = await import('@/lib/db/transaction');
  await fold(undefined, content);
  await transaction(async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM class');
    for (const { id } of rows) await addSums(client, id, await keptSums(client, id));
  });
  console.log('stored twice');
}
for (let count = 0; ; count += 1) {
  const folded = await fold({ answers: 7, touches: 5 }, content).catch(() => undefined);
  if (folded?.kind === 'folded') console.log(`stored ${count}`);
}
