/** The few things that a service worker has and a page has not. */
export type FetchEvent = {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};

export type LifeEvent = { waitUntil(work: Promise<unknown>): void };

export type WorkerScope = {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
};
