import pg from 'pg';

/** One connection of its own for work beside the pool: `work` is given it, and it is closed whatever happens. */
export async function withClient<T>(url: string, purpose: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: `handrail ${purpose}` });
  // A server that goes away shows in the query that waits; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
