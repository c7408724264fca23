import asyncHooks, { type AsyncHook } from 'node:async_hooks';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Next, ready to answer what the door does not answer itself. */
export type NextBehind = {
  readonly handle: Handler;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly dev: boolean;
  readonly distDir: string;
  readonly buildId: string;
  readonly port: number;
  readonly httpServer: Server;
};

/** Starts Next on a finished build, or as `next dev`. Takes 0.3 to 2 s: the door serves its own meanwhile. */
export async function startNext({ dev, distDir, buildId, port, httpServer }: Options): Promise<NextBehind> {
  // next.config.mjs reads these.
  process.env.HANDRAIL_DIST_DIR = distDir;
  process.env.HANDRAIL_BUILD_ID = buildId;
  if (dev) leaveTracks();
  const { default: next } = await import('next');
  const app = next({ dev, dir: process.cwd(), port, httpServer, quiet: false });
  await app.prepare();
  if (dev) {
    await withoutAddresses(app);
    // Next asks for fifty lines of every element's origin.
    Error.stackTraceLimit = 10;
  }
  return { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), close: () => app.close() };
}

/**
 * React's development form follows every promise of the process, only to say in its own tools what a component waited for. That costs
 * a saved lesson a third of its way to the page; whoever writes one has no use for it.
 */
function leaveTracks(): void {
  const idle: AsyncHook = { enable: () => idle, disable: () => idle };
  Object.assign(asyncHooks, { createHook: () => idle });
}

/**
 * `next dev` starts a process at every request, to have it list all addresses of a page, which it then has no use for: our pages know
 * themselves which lessons there are. With a thousand of them a saved word would wait for that process. Where Next looks different one day,
 * it does as it did.
 */
async function withoutAddresses(app: object): Promise<void> {
  const renderer: unknown = Reflect.get(app, 'server');
  const server = isAsker(renderer) ? await renderer.getServer() : undefined;
  if (server && typeof Reflect.get(server, 'getStaticPaths') === 'function')
    Object.assign(server, { getStaticPaths: async () => ({}) });
}

function isAsker(value: unknown): value is { getServer: () => Promise<object> } {
  return value !== null && typeof value === 'object' && typeof Reflect.get(value, 'getServer') === 'function';
}
