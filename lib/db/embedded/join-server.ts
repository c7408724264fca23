import pg from 'pg';
import { clearLeftovers } from '@/lib/db/embedded/leftovers';
import { hopelessFault, neverReady, type Server, startServer, stopServer } from '@/lib/db/embedded/server';
import { errorCode } from '@/lib/db/error-code';
import { StartFault } from '@/lib/db/start-fault';

/** Held shared by every process that uses the server, and alone by the one that stops it. ASCII for "Handrail". */
export const MEMBERS_LOCK = '5216694956355250540';

/** Advisory locks belong to one database; this one is always there, whatever happens to ours. */
export const LOCK_DATABASE = 'postgres';

const START_SECONDS = 90;
/** Replaying the log after a crash may take long; while the server says that it is starting, it is waited for. */
const RECOVERY_SECONDS = 900;

/**
 * Connects to the server, starting it when it does not run, and takes the members' lock. A loop to a deadline: any number
 * of processes may do this at once, beside others that leave or are killed; PostgreSQL's pid file decides between starters.
 */
export async function joinServer(server: Server, url: string): Promise<pg.Client> {
  const begun = Date.now();
  let deadline = begun + START_SECONDS * 1000;
  let log = '';
  while (Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, application_name: 'handrail member' });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ joined: boolean }>('SELECT pg_try_advisory_lock_shared($1) AS joined', [
        MEMBERS_LOCK,
      ]);
      if (rows[0]?.joined) return client;
      // Somebody is stopping it.
      await client.end();
      await pause(50);
    } catch (error) {
      client.end().catch(() => {});
      switch (reactionTo(error)) {
        case 'wait':
          // "The database system is starting up": it lives.
          if (errorCode(error) === '57P03')
            deadline = Math.min(Date.now() + START_SECONDS * 1000, begun + RECOVERY_SECONDS * 1000);
          await pause(50);
          break;
        case 'start': {
          log = await startServer(server);
          const hopeless = hopelessFault(server, log);
          if (hopeless) throw hopeless;
          await clearLeftovers(server.installation, log);
          await pause(20);
          break;
        }
        case 'wrong-password':
          // Nobody can have joined what we just started.
          if (log !== '') await stopServer(server);
          throw new StartFault(
            `The server in ${server.installation.home} refuses the password kept in ${server.installation.passwordFile}.`,
            'Put the file back from a backup of that folder; the data cannot be opened without it.',
            { cause: error },
          );
        case 'give-up':
          throw error;
      }
    }
  }
  throw neverReady(server, Math.round((Date.now() - begun) / 1000), log);
}

type Reaction = 'wait' | 'start' | 'wrong-password' | 'give-up';

function reactionTo(error: unknown): Reaction {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ECONNREFUSED':
      return 'start';
    case '28P01':
    case '28000':
      return 'wrong-password';
    case '57P01': // being shut down by an administrator
    case '57P02': // another backend crashed
    case '57P03': // starting up or shutting down
    case '53300': // too many connections
    case 'ECONNRESET':
    case 'EPIPE':
    case 'EAGAIN':
    case 'connection-lost':
      return 'wait';
    default:
      return 'give-up';
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
