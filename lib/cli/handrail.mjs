/**
 * The command line: `node lib/cli/handrail.mjs <command>`. All commands are TypeScript (handrail.ts). Only the check may have been bundled
 * (check/make-bundle.ts), and then starts without loading TypeScript first, which would take longer than looking at a lesson.
 * Node reads this file as it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

let typescript;

const bundle = process.argv[2] === 'check' ? await bundledCheck() : undefined;
if (bundle) await bundle.run(source);
else await source('./handrail.ts');

async function source(address) {
  typescript ??= import('tsx/esm/api').then(({ register }) => register());
  await typescript;
  return import(address);
}

/** The check as one file of JavaScript; undefined where there is none of this very code. */
async function bundledCheck() {
  try {
    // As make-bundle.ts writes it: a sum, and the module that was summed. An old one does no harm: it looks for a bundle of the code that is here.
    const bytes = readFileSync(resolve(process.env.DATA_DIR || '.data', 'cache', 'check.loader'));
    const code = bytes.subarray(32);
    if (!createHash('sha256').update(code).digest().equals(bytes.subarray(0, 32))) return undefined;
    const { loadedBundle } = await import(`data:text/javascript;base64,${code.toString('base64')}`);
    return loadedBundle();
  } catch {
    return undefined;
  }
}
