import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One step of the schema's history: a folder of prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file, as `prisma migrate deploy` keeps it. */
  readonly checksum: string;
}

/** The migrations this code brings, oldest first. Names begin with their date, so the alphabet is the order. */
export function readMigrations(root = process.cwd()): readonly Migration[] {
  const folder = join(root, 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    });
}
