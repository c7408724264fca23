import { Fetcher } from './fetch';
import type { JourneySetup } from './setup';
import { siteOf } from './site-of';
import { closeConnection, goOn } from './talk';
import { newTravel, runUntil } from './travel';
import type { World } from './world';

/** Time between two journeys: servers close connections that nobody uses. The world is changed in place. */
export function idle(
  setup: JourneySetup,
  seed: number,
  world: World,
  ms: number,
  how: 'as-usual' | 'close-all' = 'as-usual',
): { closed: number; cost: number } {
  const travel = newTravel(setup, seed, world);
  const fetcher = new Fetcher(travel);
  const until = world.now + ms;
  let closed = 0;
  for (const connection of world.connections) {
    if (connection.phase !== 'idle') continue;
    const keeps = (siteOf(setup, connection.host)?.keepAlive ?? 60) * 1_000;
    const at = how === 'close-all' ? world.now : connection.lastUsedAt + keeps;
    if (at > until) continue;
    closed += 1;
    const side = how === 'close-all' ? 'client' : 'server';
    travel.agenda.plan(Math.max(world.now, at), () => closeConnection(travel, connection, fetcher, side));
  }
  const settled = how === 'close-all' ? until + 1_000 : until;
  runUntil(travel, settled, (connection) => goOn(travel, connection, fetcher));
  world.now = until;
  return { closed, cost: travel.cost };
}
