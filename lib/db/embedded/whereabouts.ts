import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '@/lib/db/embedded/installation';
import { StartFault } from '@/lib/db/start-fault';

/**
 * As root the data lie outside the data folder. A note in it says where, so that a person finds them, and so that a data
 * folder that was moved or copied is noticed instead of looking empty.
 */
const NOTE = 'database-is-at';

export function checkWhereabouts({ dataDir, home, isRoot }: Installation): void {
  const note = join(dataDir, NOTE);
  const plain = join(dataDir, 'postgres');
  if (isRoot && existsSync(plain))
    throw new StartFault(
      `The database in ${plain} was set up by a plain user; root does not touch it.`,
      'Start as that user, or set DATA_DIR to another folder.',
    );
  if (!existsSync(note)) return;
  const noted = readFileSync(note, 'utf8').trim();
  if (!isRoot)
    throw new StartFault(
      `This data folder's database was set up by root and lies in ${noted}.`,
      'Start as root, or set DATA_DIR to another folder.',
    );
  if (noted !== home)
    throw new StartFault(
      `The data folder ${dataDir} was moved or copied here; its database still lies in ${noted}, where this place's would be ${home}.`,
      `To take it along: mv ${noted} ${home} and rm ${note}. To begin empty: rm ${note}`,
    );
  // As when a container is made anew with the data folder's volume alone. To begin empty without a word would look like lost work.
  if (!existsSync(home))
    throw new StartFault(
      `The database of this data folder is gone: ${home} does not exist any more.`,
      `Put that folder back, or begin empty (rm ${note}) and restore a backup.`,
    );
}

export function hasNote({ dataDir }: Installation): boolean {
  return existsSync(join(dataDir, NOTE));
}

export function noteWhereabouts({ dataDir, home, isRoot }: Installation): void {
  const note = join(dataDir, NOTE);
  if (isRoot && !existsSync(note)) writeFileSync(note, `${home}\n`);
}
