import { beforeAll, expect, test } from 'vitest';
import { withEmptyDatabases } from '@/lib/db/empty-database';
import { migrate } from '@/lib/db/migrate';
import { readMigrations } from '@/lib/db/migration-files';
import { schemaEngine, sqlOfSchema } from '@/lib/db/schema-engine';
import { withClient } from '@/lib/db/with-client';

const databases = withEmptyDatabases();
let migrated: string;

beforeAll(async () => {
  migrated = await databases.make();
  await migrate(migrated);
});

/** What Prisma's schema can say of a database: columns, keys, indexes and enums, one line each. */
const describeDatabase = (url: string): Promise<string[]> =>
  withClient(url, 'test', async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN ' not null' END, ' default ' || pg_get_expr(d.adbin, d.adrelid)) AS line
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND c.relname <> '_prisma_migrations'
       UNION ALL
       SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u') AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
       UNION ALL
       SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
       UNION ALL
       SELECT format('enum %s %s', enumtypid::regtype, string_agg(enumlabel, ' ' ORDER BY enumsortorder)) FROM pg_enum GROUP BY enumtypid
       ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  });

test('the migrations together make what prisma/schema.prisma says', async () => {
  const wanted = await databases.make();
  const engine = await schemaEngine(wanted);
  const sql = await sqlOfSchema(engine);
  await withClient(wanted, 'test', (client) => client.query(sql));
  const found = await describeDatabase(migrated);
  expect(found.length).toBeGreaterThan(50);
  expect(found).toEqual(await describeDatabase(wanted));
});

test("Prisma's own engine finds our history of migrations in order", async () => {
  const engine = await schemaEngine(migrated);
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: 'prisma/migrations',
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: readMigrations().map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(diagnosis).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});
