import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join, resolve } from 'node:path';
import { constants, Script } from 'node:vm';
import { makersHash } from '@/lib/curriculum/read-makers-hash';
import { readSealed, writeSealed } from '@/lib/curriculum/read-sealed';
import { onlyOne } from '@/lib/only-one';

/**
 * The check as one file of JavaScript. Loading some hundred modules one by one as TypeScript takes longer than looking at a lesson: they are
 * bundled once for each version of our code and its libraries (make-bundle.ts), when there are many lessons to look at.
 */
type Bundle = typeof import('./bundled');
/** How far a process had come when what V8 made of the bundle was kept: nothing is, the command alone, or also a lesson was looked at. */
const depths = [0, 1, 2] as const;
type Depth = (typeof depths)[number];
type Loaded = { readonly exports: Bundle; readonly script: Script; readonly sum: string; depth: Depth };

export const BUNDLE = 'check.cjs';
export const SUM = 'sum';
/** Before the code: a digit, a space, and the sum of the bundle it belongs to. */
const HEAD = 66;

export function bundlesHome(): string {
  return resolve(process.env.DATA_DIR || '.data', 'cache', 'check');
}

/** What finds the bundle in a process that starts with nothing: this file, as JavaScript and sealed. handrail.mjs reads it. */
export function loaderFile(): string {
  return `${bundlesHome()}.loader`;
}

/** Where the bundle of this very code lies, or would. */
export function bundleFile(): string {
  return join(bundlesHome(), makersHash(), BUNDLE);
}

/** The bundle, ready to run: each process loads it once. Undefined where there is none, or not a whole one. */
export function loadedBundle(): Bundle | undefined {
  return loaded()?.exports;
}

export function sumOf(text: Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Keeps what V8 made of the bundle so far, where less than that is kept: the next process need not compile it again. */
export function keepCode(depth: Depth): void {
  const bundle = held().loaded;
  if (!bundle || bundle.depth >= depth) return;
  bundle.depth = depth;
  writeSealed(codeFile(), Buffer.concat([headOf(depth, bundle.sum), bundle.script.createCachedData()]));
}

/** What this process has loaded: also what runs in the bundle finds itself here. */
function held(): { loaded?: Loaded | undefined } {
  return onlyOne(`check-bundle:${bundleFile()}`, () => ({}));
}

function loaded(): Loaded | undefined {
  const here = held();
  here.loaded ??= load(bundleFile());
  return here.loaded;
}

function load(file: string): Loaded | undefined {
  try {
    const text = readFileSync(file);
    const sum = sumOf(text);
    // A damaged bundle would be other rules: it counts as none. So does one that no process would find.
    if (sum !== readFileSync(join(file, '..', SUM), 'utf8') || !readSealed(loaderFile())) return undefined;
    const code = readCode(sum);
    const script = new Script(Module.wrap(text.toString('latin1')), {
      filename: file,
      ...(code ? { cachedData: code.data } : {}),
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const module: { exports: unknown } = { exports: {} };
    script.runInThisContext()(module.exports, createRequire(file), module, file, join(file, '..'));
    if (!isBundle(module.exports)) return undefined;
    return { exports: module.exports, script, sum, depth: code && !script.cachedDataRejected ? code.depth : 0 };
  } catch {
    return undefined;
  }
}

function readCode(sum: string): { readonly depth: Depth; readonly data: Buffer } | undefined {
  const code = readSealed(codeFile());
  const depth = depths.find((depth) => code?.subarray(0, HEAD).equals(headOf(depth, sum)));
  return code && depth !== undefined ? { depth, data: code.subarray(HEAD) } : undefined;
}

/** V8 itself only asks whether the text is as long as the one it compiled. */
function headOf(depth: Depth, sum: string): Buffer {
  return Buffer.from(`${depth} ${sum}`);
}

function codeFile(): string {
  return join(bundleFile(), '..', 'code');
}

function isBundle(exports: unknown): exports is Bundle {
  return exports !== null && typeof exports === 'object' && 'run' in exports && 'lessonJob' in exports;
}
