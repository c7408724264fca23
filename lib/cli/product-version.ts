import { readFileSync } from 'node:fs';
import { z } from 'zod/mini';

/** The version in package.json. */
export function productVersion(): string {
  const found: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  return z.object({ version: z.string() }).parse(found).version;
}
