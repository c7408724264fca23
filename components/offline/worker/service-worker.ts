import { strategyFor } from '@/lib/offline/strategy-for';
import { answer } from './answer';
import type { WorkerScope } from './worker-scope';

declare const self: WorkerScope;

// It holds nothing of its own: what is kept lies in the caches, which pages fill. So a new worker may take over at once.
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { origin } = self.location;
  // Most of what is none of our business shows before anything has to be looked up: the browser goes on as if there were no worker.
  if (isOthers(event.request, origin)) return;
  event.respondWith(answer(event.request, origin));
});

function isOthers(request: Request, origin: string): boolean {
  try {
    return strategyFor(request, { origin, has: () => true }).kind === 'leave';
  } catch {
    return true;
  }
}
