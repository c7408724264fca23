import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What the front door answers itself (lib/server/hot-calls.ts), in the form of routes. */
const hotWays = [
  'POST /api/answers',
  'PUT /api/place',
  'GET /api/progress',
  'GET /api/drafts/[path]/[lesson]',
  'PUT /api/drafts/[path]/[lesson]/[item]',
  'GET /api/classes/[id]/events',
  'PUT /api/classes/[id]/lab',
];

/** Every way into the product: its pages, its endpoints by method, its actions, and what the door answers itself. */
export function waysIn(): string[] {
  const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' }).sort();
  const ways = files.flatMap((file) => {
    const name = file.split('/').at(-1) ?? '';
    if (name === 'page.tsx') return [`GET ${routeOf(file)}`];
    if (name === 'route.ts' || name === 'route.tsx')
      return exportsOf(file, /^(GET|POST|PUT|DELETE|PATCH)$/).map((method) => `${method} ${routeOf(file)}`);
    return name === 'actions.ts' ? exportsOf(file, /./).map((action) => `app/${file} ${action}`) : [];
  });
  return [...ways, ...hotWays];
}

/** How the door names what it answers itself: to be compared with `hotWays`. */
export function hotCallSource(): string {
  return readFileSync(join(root, 'lib/server/hot-calls.ts'), 'utf8');
}

function routeOf(file: string): string {
  return `/${file.split('/').slice(0, -1).join('/')}`;
}

function exportsOf(file: string, wanted: RegExp): string[] {
  const text = readFileSync(join(root, 'app', file), 'utf8');
  const names = [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name = '']) => name);
  const again = [...text.matchAll(/^export \{ ([^}]+) \}/gm)].flatMap(([, list = '']) =>
    list.split(',').map((name) => name.trim().split(' as ').at(-1) ?? ''),
  );
  return [...names, ...again].filter((name) => wanted.test(name));
}

/** How many arguments an action takes: a form alone, or what it said before and a form. */
export function argumentsOf(file: string, action: string): number {
  const text = readFileSync(join(root, file), 'utf8');
  const [, list = ''] = new RegExp(`export async function ${action}\\(([^)]*)\\)`).exec(text) ?? [];
  return list.split(',').filter((one) => one.includes(':')).length;
}
