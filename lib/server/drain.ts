import type { Server } from 'node:http';

const LONGEST_MS = 10_000;

/** Takes no new connections, lets what was begun finish for at most ten seconds, then closes what is left. */
export async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection falls idle when its answer is sent; Node closes only those that are idle already.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_MS);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
