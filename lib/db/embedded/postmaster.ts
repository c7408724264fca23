import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '@/lib/db/embedded/installation';

/** The postmaster that `postmaster.pid` names, alive or not. */
export function readPostmaster(installation: Installation): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(installation.data, 'postmaster.pid'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
