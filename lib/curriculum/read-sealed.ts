import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SEAL = 32;

/** Writes bytes with a sum over them; renamed into place, so that nobody meets half of them. Says whether they could be written. */
export function writeSealed(file: string, bytes: Uint8Array): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.${process.hrtime.bigint()}`;
    writeFileSync(draft, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]));
    renameSync(draft, file);
    return true;
  } catch {
    // The disk is full or read-only: nothing is kept, and nothing is lost.
    return false;
  }
}

/** The bytes as they were written; undefined when there are none, or when one of them is another. */
export function readSealed(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const value = bytes.subarray(SEAL);
    return createHash('sha256').update(value).digest().equals(bytes.subarray(0, SEAL)) ? value : undefined;
  } catch {
    return undefined;
  }
}
