import { reachDatabase } from '../lib/db/database';
import { buildsIn } from '../lib/server/builds';
import { ordinaryBuild } from './fixtures/served-bytes';
import { expect, test } from './fixtures/test';
import { type Answer, ask, readActionIds } from './permissions/ask';
import { type Cast, makeCast } from './permissions/cast';
import { type PermissionRow, readPermissionTable, rowName } from './permissions/permission-table';
import { type Asker, askers } from './permissions/roles';

/** Rows that are asked at the same time. */
const atOnce = 8;

/** Every line of the table (permissions/table.csv), asked of the running product by every asker. */
test('everybody gets what the table says, and what one may not know of is told like what is not there', async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const { E2E_DATA_DIR, HANDRAIL_BUILDS = '.next/tests' } = process.env;
  if (!E2E_DATA_DIR) throw new Error('E2E_DATA_DIR is not set: is this run by .config/playwright.ts?');
  const database = await reachDatabase({ DATA_DIR: E2E_DATA_DIR, DATABASE_URL: process.env.DATABASE_URL });
  const cast = await makeCast(database.url, E2E_DATA_DIR);
  try {
    const build = buildsIn(process.cwd(), HANDRAIL_BUILDS).of(await ordinaryBuild());
    const product = { url: baseURL ?? '', actions: readActionIds(`${build}/server/server-reference-manifest.json`) };
    const absent = {
      page: await ask(product, cast, 'GET /en/no/such/page', '', 'nobody'),
      call: await ask(product, cast, 'GET /api/no/such/call', '', 'nobody'),
    };
    const faults: string[] = [];
    const rows = readPermissionTable();
    let next = 0;
    const work = async () => {
      for (let row = rows[next++]; row; row = rows[next++])
        faults.push(...(await faultsOf(product, cast, row, absent)));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    expect(faults).toEqual([]);
  } finally {
    await cast.close();
    await database.leave();
  }
});

type Product = Parameters<typeof ask>[0];

async function faultsOf(
  product: Product,
  cast: Cast,
  row: PermissionRow,
  absent: { readonly page: Answer; readonly call: Answer },
): Promise<string[]> {
  const faults: string[] = [];
  for (const asker of askers) {
    const { gets, body } = await ask(product, cast, row.way, row.ids, asker);
    const what = `${rowName(row)} by ${asker}`;
    if (gets !== row.gets[asker]) faults.push(`${what}: ${gets}, expected ${row.gets[asker]}`);
    else if (gets === '-' && isOfSomebody(row) && !isTold(row, body, absent))
      faults.push(`${what}: not told like what is not there`);
  }
  return faults;
}

/** Pages and calls at which there is something for somebody: of these nobody else may learn that there is. */
function isOfSomebody(row: PermissionRow): boolean {
  return row.way.startsWith('GET ') && askers.some((asker: Asker) => row.gets[asker] === 'ok');
}

function isTold({ way }: PermissionRow, body: string, { page, call }: { page: Answer; call: Answer }): boolean {
  return body === (way.startsWith('GET /api/') ? call.body : page.body);
}
