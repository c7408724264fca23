import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brokenRules } from '@/lib/xapi/test-rules';

type Sent = { readonly id: string } & Record<string, unknown>;

/** A record store for tests that takes what the specification lets it take (Communication §2.1), and fails when it is told to. */
export class TestRecordStore {
  readonly statements = new Map<string, Sent>();
  readonly batches: number[] = [];
  /** The next answers; `hang` never comes. */
  failing: ({ status: number; headers?: Record<string, string> } | 'hang')[] = [];
  /** Ids that it does not take. */
  refuses = new Set<string>();
  readonly key = 'key';
  readonly secret = 'secret';
  #server: Server | undefined;
  #origin = '';

  get settings() {
    return { endpoint: `${this.#origin}/xapi/`, key: this.key, secret: this.secret };
  }

  async open(): Promise<this> {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const failing = this.failing.shift();
      if (failing === 'hang') return;
      if (failing) return void response.writeHead(failing.status, failing.headers).end();
      const right = `Basic ${Buffer.from(`${this.key}:${this.secret}`).toString('base64')}`;
      if (request.headers.authorization !== right) return void response.writeHead(401).end();
      if (request.url !== '/xapi/statements' || request.method !== 'POST') return void response.writeHead(404).end();
      if (!/^1\.0(\.\d)?$/.test(String(request.headers['x-experience-api-version'])))
        return void response.writeHead(400).end();
      response.writeHead(this.#take(JSON.parse(body))).end();
    });
    const server = this.#server;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    this.#origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    return this;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** All of a batch or nothing of it. The same id with the same words is taken and changes nothing; with other words it is a conflict. */
  #take(batch: Sent[]): number {
    this.batches.push(batch.length);
    const ids = new Set(batch.map(({ id }) => id));
    if (batch.length === 0 || ids.size !== batch.length) return 400;
    if (batch.some((one) => brokenRules(one).length > 0 || this.refuses.has(one.id))) return 400;
    const known = (one: Sent) => this.statements.get(one.id);
    if (batch.some((one) => known(one) && JSON.stringify(known(one)) !== JSON.stringify(one))) return 409;
    for (const one of batch) this.statements.set(one.id, one);
    return 200;
  }
}
