import { nextBelow, seeded } from '../random';
import { type Cache, emptyCache } from './cache';
import type { Internet } from './internet';
import { serverSetup } from './network';
import type { DnsSetup } from './setup';
import type { DnsState } from './state';

/** Each use of chance has its own generator, so that one more query of the computer changes no id of the resolver. */
const branches = { stub: 1, ids: 2, ports: 3, forger: 4, first: 5 } as const;

export function start(setup: DnsSetup, seed: number, internet: Internet, cache: Cache = emptyCache): DnsState {
  const state: DnsState = {
    setup,
    seed,
    now: 0,
    internet,
    resolver: setup.resolver,
    down: [],
    cache,
    jobs: [],
    packets: [],
    wire: [],
    asked: [],
    history: [],
    nextJob: 1,
    nextId: nextBelow(seeded(seed, branches.first), 60_000).value,
    chance: {
      stub: seeded(seed, branches.stub),
      ids: seeded(seed, branches.ids),
      ports: seeded(seed, branches.ports),
      forger: seeded(seed, branches.forger),
    },
    claims: [],
    attempts: 0,
    hits: 0,
  };
  state.down = [...state.internet.servers.keys()].filter((address) => serverSetup(state, address)?.down === true);
  return state;
}
