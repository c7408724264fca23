import { z } from 'zod';
import type { Migration } from '@/lib/db/migration-files';
import { StartFault } from '@/lib/db/start-fault';

/** Raised when older code could not read the archive any more. */
export const FORMAT = 1;

const tableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the table's COPY text, before compression. */
  sha256: z.string(),
});

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  product: z.string(),
  /** PostgreSQL's version number, such as 180004. The rows are text: any version reads them. */
  server: z.number(),
  takenAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** In the order in which they can be filled: a table comes after those it refers to. */
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  /** What signs sessions, when the installation keeps it itself: without it every guest would lose their work. */
  secret: z.string().optional(),
});

/** What an archive says of itself; its last entry. */
export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpTable = z.infer<typeof tableSchema>;

/** The steps that lead to the archive's schema; the rest are taken after its rows are in. */
export function stepsTo(manifest: Manifest, brought: readonly Migration[]): readonly Migration[] {
  return manifest.migrations.map(({ name, checksum }) => {
    const step = brought.find((migration) => migration.name === name);
    if (!step)
      throw new StartFault(
        `The backup is newer than this Handrail: it was taken by version ${manifest.product} with migration ${name}.`,
        'Restore it with that version or a later one.',
      );
    if (step.checksum !== checksum)
      throw new StartFault(
        `The backup was taken with another text of migration ${name} than prisma/migrations holds.`,
        'Restore it with the version that took it.',
      );
    return step;
  });
}
