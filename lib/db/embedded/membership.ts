import type pg from 'pg';
import { joinServer, MEMBERS_LOCK } from '@/lib/db/embedded/join-server';
import { type Server, stopServer } from '@/lib/db/embedded/server';

/** This process's part in a running server. */
export interface Membership {
  /** Gives it up; the last one out stops the server. */
  leave(): Promise<void>;
}

const REJOIN_PAUSE = 500;

/** Joins, and stays joined: when the lock's connection breaks, another's leaving could stop the server under us. */
export async function becomeMember(server: Server, url: string): Promise<Membership> {
  let hasLeft = false;
  let client: pg.Client | undefined = await joinServer(server, url);
  let rejoining: Promise<void> = Promise.resolve();
  watch(client);

  function watch(watched: pg.Client): void {
    watched.once('end', () => {
      if (hasLeft) return;
      client = undefined;
      rejoining = rejoin();
    });
  }

  async function rejoin(): Promise<void> {
    while (!hasLeft) {
      try {
        client = await joinServer(server, url);
        watch(client);
        return;
      } catch {
        // A full disk, say: requests are refused by readiness meanwhile, and it may be mended while we wait.
        await new Promise((resolve) => setTimeout(resolve, REJOIN_PAUSE));
      }
    }
  }

  async function leave(): Promise<void> {
    if (hasLeft) return;
    hasLeft = true;
    await rejoining;
    if (client) await leaveServer(server, client);
  }

  return { leave };
}

/** On one connection: no longer a member; if nobody is, nobody can become one while the server stops. */
async function leaveServer(server: Server, client: pg.Client): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [MEMBERS_LOCK]);
    const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [MEMBERS_LOCK]);
    if (rows[0]?.alone) await stopServer(server);
  } catch {
    // The connection broke: somebody killed the server, there is nothing to stop.
  }
  await client.end().catch(() => {});
}
