import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@/lib/db/database';
import { pool } from '@/lib/db/pool';

/**
 * A small application on the embedded database, to be killed: stores one row after another and prints each id once its
 * COMMIT has answered. Started as `node --import tsx e2e/faults/database-app.ts DATA_DIR SYSTEM_FOLDER`.
 */
const [, , DATA_DIR = '', systemFolder = ''] = process.argv;

const database = await openDatabase({ DATA_DIR }, { systemFolder });

let told = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    told = true;
  });

while (!told) {
  const id = randomUUID();
  try {
    await pool().query('INSERT INTO learner (id) VALUES ($1)', [id]);
    console.log(`stored ${id}`);
  } catch {
    // The server was killed: not stored, or stored and not acknowledged.
    await pause(20);
  }
  await pause(2);
}
await database.close();
