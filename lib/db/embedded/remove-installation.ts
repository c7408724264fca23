import { existsSync, rmSync } from 'node:fs';
import { locateInstallation } from '@/lib/db/embedded/installation';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';

/**
 * Removes a data folder together with its database, which as root lies elsewhere: for tests, which make many. Exactly the
 * database of this folder, found from its path; a server that somebody killed leaves running is stopped first.
 */
export async function removeInstallation(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const { home } = locateInstallation(dataDir, process.getuid?.() === 0);
  if (existsSync(home)) await (await openEmbedded(dataDir)).leave();
  rmSync(home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
