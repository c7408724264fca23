import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { readSession } from '@/lib/auth/session';
import { openDatabase } from '@/lib/db/database';
import { StartFault } from '@/lib/db/start-fault';
import type { Env } from '@/lib/env';
import type { Builds } from '@/lib/server/builds';
import { policies } from '@/lib/server/content-security-policy';
import { openDoor } from '@/lib/server/door';
import { drain } from '@/lib/server/drain';
import { openLog } from '@/lib/server/log';
import { newcomerLimit } from '@/lib/server/newcomer-limit';
import { startNext } from '@/lib/server/next-behind';
import { PageStore, storedHeaders } from '@/lib/server/page-store';
import { PracticeDoor } from '@/lib/server/practice/practice-door';
import { practiceLimits } from '@/lib/server/practice/practice-limits';
import type { Circle } from '@/lib/server/publication';
import { ServedHouse } from '@/lib/server/served-house';
import { siteOf } from '@/lib/server/site';
import { StaticHits } from '@/lib/server/static-hits';

export type RunningServer = {
  readonly port: number;
  /** Resolves when everything behind the door is there too: database, learning, Next. */
  readonly ready: Promise<void>;
  /** Takes no more, finishes what was begun, lets go of the database. */
  close(): Promise<void>;
};

export type Serving =
  | {
      readonly kind: 'build';
      readonly builds: Builds;
      readonly hash: string;
      /** With these it publishes its build to, and takes what they publish; without, it serves this build and no other. */
      readonly circle?: Circle;
    }
  /** `next dev` behind the same door; nothing is stored. */
  | { readonly kind: 'dev' };

/** What the store may hold in memory: some thousand lessons' pages. */
const STORE_BYTES = 128 * 1024 * 1024;

/** Opens the house. The door listens first: a taken port is noticed before anything is touched, and pages need nothing else. */
export async function serve(env: Env, serving: Serving): Promise<RunningServer> {
  const dev = serving.kind === 'dev';
  if (env.PUBLIC_URL) process.env.NEXTAUTH_URL ??= env.PUBLIC_URL;
  const log = openLog(env.LOG_LEVEL);
  const site = siteOf(env);
  const csp = policies({ dev, signInOrigins: signInOrigins(env) });
  const store = new PageStore(STORE_BYTES, storedHeaders(csp.forScripts));
  const house = serving.kind === 'dev' ? null : await ServedHouse.open(serving, store, log);

  const server = newServer();
  const port = await listen(server, env);
  const database = openDatabase(env);
  const next = startNext({
    dev,
    distDir: serving.kind === 'dev' ? '.next' : `${serving.builds.name}/build/${serving.hash}`,
    buildId: house?.buildId ?? 'development',
    port,
    httpServer: server,
  });
  const learning = database.then(async () => (await import('@/lib/server/learning')).openLearning(log, dev));
  house?.follow(learning);
  const behind = Promise.all([next, database]).then(([started]) => started);
  const hits = new StaticHits(log);
  const practising = database.then(async () => (await import('@/lib/practice/submit-exchange')).submitExchange);
  // Whoever waits for the database hears of its failure.
  practising.catch(() => undefined);
  const practice = new PracticeDoor({ site, log, limits: practiceLimits(), practising });
  practice.listenOn(server);
  server.on(
    'request',
    openDoor({
      dev,
      store,
      hits,
      site,
      policies: csp,
      learning,
      next: behind,
      isRoute: (path) => house?.isRoute(path) ?? true,
      keepUp: () => house?.keepUp(),
      practice,
      newcomers: newcomerLimit(site, async (cookie) => (await readSession(cookie)) !== null),
      log,
    }),
  );
  const upgraded = new Set<Duplex>();
  if (dev)
    server.on('upgrade', (request, socket, head) => {
      // Node no longer counts it among its connections: closing is ours to do.
      upgraded.add(socket.once('close', () => upgraded.delete(socket)));
      void next.then((app) => app.upgrade(request, socket, head));
    });

  const ready = Promise.all([behind, learning]).then(() => undefined);
  const close = async () => {
    house?.stopFollowing();
    for (const socket of upgraded) socket.destroy();
    practice.close();
    const { closeLearning, endStreams } = await import('@/lib/server/learning');
    endStreams();
    await drain(server);
    hits.close();
    await learning.then(closeLearning, () => undefined);
    await next.then((app) => app.close()).catch(() => undefined);
    await database.then((opened) => opened.close()).catch(() => undefined);
    await house?.letGo();
  };
  // Whoever waits for `ready` hears of a failure; nobody has to.
  ready.catch(() => undefined);
  return { port, ready, close };
}

function newServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    // A connection that sends its headers a byte at a time is closed, and so is a body that never ends.
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: 65_000,
  });
  // Nor may one take for ever to read.
  server.setTimeout(120_000);
  return server;
}

/** A sign-in form leads to these and back: the browser must be allowed to follow. */
function signInOrigins(env: Env): string[] {
  const github = env.GITHUB_ID ? ['https://github.com'] : [];
  return env.OIDC_ISSUER ? [...github, new URL(env.OIDC_ISSUER).origin] : github;
}

function listen(server: Server, { HOST, PORT }: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartFault(`Port ${PORT} on ${HOST} is taken.`, `Choose another: PORT=${PORT + 1} npm start`));
      else if (error.code === 'EACCES')
        reject(
          new StartFault(`Port ${PORT} may not be used by this user.`, 'Choose one above 1023: PORT=3000 npm start'),
        );
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new StartFault(`HOST is ${HOST}, which is no address of this machine.`, 'Use 127.0.0.1 or 0.0.0.0.'));
      else reject(error);
    });
    server.listen(PORT, HOST, () => resolve(portOf(server.address(), PORT)));
  });
}

function portOf(address: AddressInfo | string | null, asked: number): number {
  return address !== null && typeof address === 'object' ? address.port : asked;
}
