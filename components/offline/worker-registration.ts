import { WORKER_ADDRESS } from '@/lib/offline/offline-list';

/** Lets the worker stand between this site and its pages. Only ever called by someone who saves: nobody else pays for it. */
export async function registerWorker(): Promise<void> {
  await navigator.serviceWorker.register(WORKER_ADDRESS, { scope: '/', updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
}

/** Nothing is saved any more: the browser goes on as if there had never been one. */
export async function unregisterWorker(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}
