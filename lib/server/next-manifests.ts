import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { locales } from '@/lib/words/locale';

const prerenderManifest = z.object({
  routes: z.record(z.string(), z.object({ initialRevalidateSeconds: z.union([z.number(), z.literal(false)]) })),
});

const route = z.object({ page: z.string(), regex: z.string() });
const routesManifest = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) });

/** What `.body` files say beside themselves. */
const meta = z.object({ headers: z.record(z.string(), z.string()).optional() });

async function readJson<T>(schema: z.ZodType<T>, file: string): Promise<T> {
  return schema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** The addresses that were rendered at build and stay as they are until the next one. */
export async function prerenderedAddresses(build: string): Promise<string[]> {
  const { routes } = await readJson(prerenderManifest, join(build, 'prerender-manifest.json'));
  return Object.keys(routes).filter((address) => routes[address]?.initialRevalidateSeconds === false);
}

export async function typeOfBody(metaFile: string): Promise<string | undefined> {
  const { headers } = await readJson(meta, metaFile);
  return headers?.['content-type'];
}

const ERROR_PAGE = /^\/_|\/(404|500)$/;

/** What Next can be asked for, as regular expressions. `[locale]` is not just any word. */
export async function nextRoutes(build: string): Promise<string[]> {
  const { staticRoutes, dynamicRoutes } = await readJson(routesManifest, join(build, 'routes-manifest.json'));
  return [...staticRoutes, ...dynamicRoutes]
    .filter(({ page }) => !ERROR_PAGE.test(page))
    .map(({ page, regex }) =>
      page.startsWith('/[locale]') ? regex.replace('([^/]+?)', `(?:${locales.join('|')})`) : regex,
    );
}
