import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '@/lib/env';

/** The secret that the installation made for itself; undefined when the operator set one, who then keeps it. */
export function keptSecret({ DATA_DIR, SECRET }: Env): string | undefined {
  const file = join(DATA_DIR, 'secret');
  return existsSync(file) && readFileSync(file, 'utf8').trim() === SECRET ? SECRET : undefined;
}

/** Puts back the secret that signed the restored sessions. Only where the present one was made by itself, so no one's choice is lost. */
export function putBackSecret(env: Env, secret: string | undefined): void {
  if (secret !== undefined && keptSecret(env) !== undefined)
    writeFileSync(join(env.DATA_DIR, 'secret'), `${secret}\n`, { mode: 0o600 });
}
