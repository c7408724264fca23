import pg from 'pg';
import { databaseUrl, sharedConnection } from '@/lib/db/shared-connection';

/**
 * Connections per process. PostgreSQL's own limit is 100 unless raised, so eight processes share one server;
 * on two cores more than this gains nothing, since answers are written in batches.
 */
const MAX_CONNECTIONS = 12;

/**
 * Set by a statement and not as start-up parameters: PgBouncer refuses parameters it does not know.
 * A request that takes longer than this is answered 503 by the door, so the work would be for nobody.
 */
const SESSION_LIMITS = `SET statement_timeout = '15s'; SET lock_timeout = '10s';
  SET idle_in_transaction_session_timeout = '20s'; SET timezone = 'UTC'`;

/** The process's one pool. Broken connections are dropped and made anew by the next query. */
export function pool(): pg.Pool {
  const shared = sharedConnection();
  shared.pool ??= makePool(databaseUrl());
  return shared.pool;
}

function makePool(connectionString: string): pg.Pool {
  const made = new pg.Pool({
    connectionString,
    max: MAX_CONNECTIONS,
    application_name: 'handrail',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    onConnect: async (client) => {
      // Between two statements of a transaction nobody listens to the client: a server that dies there would end us too.
      client.on('error', () => {});
      await client.query(SESSION_LIMITS);
    },
  });
  // An idle client whose server went away: without a listener the process would end. The pool has dropped it already,
  // the next query makes another, and readiness tells an operator.
  made.on('error', () => {});
  return made;
}
