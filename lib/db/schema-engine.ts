import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The bindings are one module: they hold one instance of the engine's code, whatever number of engines is made of it. */
let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
}

/** Prisma's own schema engine, for tests: it judges our migrations and writes the SQL of a schema. `url` is any database. */
export async function schemaEngine(url: string): Promise<bindings.SchemaEngine> {
  loaded ??= load();
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', prismaSchema()]] }, () => {}, adapter);
}

function prismaSchema(): string {
  return readFileSync('prisma/schema.prisma', 'utf8');
}

const filters = { externalTables: [], externalEnums: [] };

/** The SQL that makes an empty database fit prisma/schema.prisma. */
export async function sqlOfSchema(engine: bindings.SchemaEngine): Promise<string> {
  const files = [{ path: 'schema.prisma', content: prismaSchema() }];
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout ?? '';
}
