import type { Migration } from '@/lib/db/migration-files';

/** A row of `_prisma_migrations`, the table that `prisma migrate deploy` keeps too. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

export type MigrationState =
  | { readonly kind: 'at-head' }
  | { readonly kind: 'behind'; readonly missing: readonly Migration[] }
  /** The database has steps this code does not know: a later version has been here. */
  | { readonly kind: 'newer'; readonly unknown: readonly string[] }
  /** A step began and did not end; only Prisma's own engine leaves this, ours works in one transaction. */
  | { readonly kind: 'unfinished'; readonly name: string }
  /** A step was applied with another text than the file now has. */
  | { readonly kind: 'edited'; readonly name: string };

/** Compares what the code brings with what the database has. */
export function migrationState(brought: readonly Migration[], applied: readonly AppliedMigration[]): MigrationState {
  const unknown = applied
    .map(({ name }) => name)
    .filter((name) => !brought.some((migration) => migration.name === name));
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const unfinished = applied.find(({ isFinished }) => !isFinished);
  if (unfinished) return { kind: 'unfinished', name: unfinished.name };
  const missing: Migration[] = [];
  for (const migration of brought) {
    const row = applied.find(({ name }) => name === migration.name);
    if (!row) missing.push(migration);
    else if (row.checksum !== migration.checksum) return { kind: 'edited', name: migration.name };
  }
  return missing.length > 0 ? { kind: 'behind', missing } : { kind: 'at-head' };
}
