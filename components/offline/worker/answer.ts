import { type Strategy, strategyFor } from '@/lib/offline/strategy-for';
import { keptAddresses, keptResponse } from './kept-addresses';
import { ranged } from './ranged';

/** How long a kept page waits for the network before its copy is shown. */
const LIMIT_MS = 3_000;

/** The answer to a request that may be kept. Whatever goes wrong on the way ends in what the browser would have done alone. */
export async function answer(request: Request, origin: string): Promise<Response> {
  try {
    const { addresses } = await keptAddresses();
    return await follow(strategyFor(request, { origin, has: (address) => addresses.has(address) }), request);
  } catch {
    return fetch(request);
  }
}

async function follow(strategy: Strategy, request: Request): Promise<Response> {
  switch (strategy.kind) {
    case 'leave':
      return fetch(request);
    case 'copy-first':
      return (await copyOf(strategy.address, request)) ?? fetch(request);
    case 'network-first':
      return networkFirst(strategy.address, request);
    case 'network-or-list':
      return networkOrList(strategy.list, request);
  }
}

async function networkFirst(address: string, request: Request): Promise<Response> {
  const network = fetch(request);
  const inTime = await Promise.race([network, after(LIMIT_MS)]).catch(() => undefined);
  // A server that is there and cannot answer is no better than none.
  if (inTime && inTime.status < 500) return inTime;
  return (await copyOf(address, request)) ?? network;
}

async function networkOrList(list: readonly string[], request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    for (const address of list) {
      const kept = await keptResponse(address);
      if (kept) return kept;
    }
    throw error;
  }
}

async function copyOf(address: string, request: Request): Promise<Response | undefined> {
  const kept = await keptResponse(address);
  const range = request.headers.get('range');
  return kept && range ? ranged(kept, range) : kept;
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
}
