import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forget, freePort, handrail, type Product, startProduct } from '../fixtures/product';

const folders = new Set<string>();
const started: Product[] = [];

async function start(options: Parameters<typeof startProduct>[0] = {}): Promise<Product> {
  const product = await startProduct(options);
  folders.add(product.dataDir);
  started.push(product);
  return product;
}

let product: Product;
beforeAll(async () => {
  product = await start();
});

afterAll(async () => {
  await Promise.all(started.map((product) => product.stop()));
  for (const folder of folders) await forget(folder);
});

describe('starting', () => {
  it('serves at once when nothing has changed, and says where in one line', async () => {
    const lines = product
      .said()
      .split('\n')
      .filter((line) => line.startsWith('Handrail is open at '));
    expect(lines).toEqual([expect.stringContaining(product.url)]);
    expect((await fetch(`${product.url}/en`)).status).toBe(200);
  });

  it('refuses a taken port in one sentence, and leaves who has it alone', async () => {
    const port = Number(new URL(product.url).port);
    const second = await handrail(['start'], { PORT: String(port), DATA_DIR: product.dataDir });
    expect(second.code).toBe(1);
    expect(second.said).toContain(`Port ${port} on 127.0.0.1 is taken.`);
    expect(second.said).not.toMatch(/^\s+at /m);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });

  it('lists all wrong settings together', async () => {
    const { code, said } = await handrail(['start'], { PORT: 'http', PUBLIC_URL: 'nowhere', TRUST_PROXY: 'perhaps' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'PUBLIC_URL', 'TRUST_PROXY']) expect(said).toContain(`  ${name} `);
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('refuses what it does not know with exit code 2', async () => {
    expect((await handrail(['start', '--fast'])).code).toBe(2);
    expect((await handrail(['begin'])).code).toBe(2);
  });
});

describe('stopping', () => {
  it('finishes what was begun, takes no more, and ends with 0', async () => {
    const port = Number(new URL(product.url).port);
    // A request whose body is still on its way when SIGTERM comes.
    const body = JSON.stringify({ answers: [] });
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (bytes) => {
      said += bytes.toString('utf8');
    });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST /api/answers HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${product.url}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 3)}`,
    );
    await expect.poll(async () => (await fetch(`${product.url}/healthz`)).status).toBe(200);
    const exit = product.stop();
    await expect
      .poll(
        () =>
          fetch(`${product.url}/healthz`).then(
            () => 'open',
            () => 'closed',
          ),
        { timeout: 10_000 },
      )
      .toBe('closed');
    socket.write(body.slice(3));
    expect(await exit).toBe(0);
    await closed;
    expect(said).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('is not held up by somebody who never finishes a request', async () => {
    const again = await start({ dataDir: product.dataDir });
    const socket = connect(Number(new URL(again.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.write('GET /en HTTP/1.1\r\nHost: loc', () => resolve()));
    expect(await again.stop()).toBe(0);
    socket.destroy();
  });
});

describe('two processes on one data folder', () => {
  it('serve side by side; each may leave first, and the last one can be started again', async () => {
    const first = await start({ dataDir: product.dataDir });
    const second = await start({ dataDir: first.dataDir, port: await freePort() });
    expect(await first.stop()).toBe(0);
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
    const third = await start({ dataDir: first.dataDir });
    expect(await second.stop()).toBe(0);
    expect((await fetch(`${third.url}/readyz`)).status).toBe(200);
    expect(await third.stop()).toBe(0);
    const fourth = await start({ dataDir: first.dataDir });
    expect(await fourth.stop()).toBe(0);
  });
});
