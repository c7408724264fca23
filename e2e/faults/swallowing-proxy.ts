import { connect, createServer, type Socket } from 'node:net';

/** Stands between a browser and the product, and can swallow a reply: the product has answered, the browser never hears it. */
export type SwallowingProxy = {
  readonly url: string;
  /** Lets the next request through, keeps what comes back, and cuts the browser off. Resolves to the body that was swallowed. */
  swallowNext(): Promise<string>;
  close(): void;
};

export async function startSwallowingProxy(port: number): Promise<SwallowingProxy> {
  let swallow: ((body: string) => void) | undefined;
  const open = new Set<Socket>();
  const server = createServer((browser) => {
    const product = connect(port, 'localhost');
    for (const one of [browser, product]) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => open.delete(one));
    }
    let reply = '';
    browser.pipe(product);
    product.on('data', (bytes) => {
      if (!swallow) return void browser.write(bytes);
      reply += bytes.toString('utf8');
      const body = wholeBody(reply);
      if (body === undefined) return;
      swallow(body);
      swallow = undefined;
      browser.destroy();
      product.destroy();
    });
    product.on('close', () => browser.destroy());
    browser.on('close', () => product.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    swallowNext: () =>
      new Promise((resolve) => {
        swallow = resolve;
      }),
    close() {
      server.close();
      for (const one of open) one.destroy();
    },
  };
}

/** The body of an answer with a Content-Length, once all of it is here. */
function wholeBody(reply: string): string | undefined {
  const end = reply.indexOf('\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(reply.slice(0, end))?.[1];
  const body = reply.slice(end + 4);
  return end > 0 && length !== undefined && Buffer.byteLength(body) >= Number(length) ? body : undefined;
}
