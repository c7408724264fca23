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
  const { default: next } = await import('next');
  const app = next({ dev, dir: process.cwd(), port, httpServer, quiet: false });
  await app.prepare();
  return { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), close: () => app.close() };
}
