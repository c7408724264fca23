import http from 'node:http';
import net from 'node:net';
import type { TestMessage } from './test-messages';

/** What a reader made of a message, in a form in which two can be compared. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly start: string;
      readonly fields: readonly string[];
      readonly body: string;
      readonly trailers: readonly string[];
    }
  /** `code`: llhttp's name for it, or a status. */
  | { readonly kind: 'refused'; readonly code: string };

const latin = (text: string) => Buffer.from(text, 'latin1');
const pairs = (raw: readonly string[]) =>
  Array.from({ length: raw.length / 2 }, (_, number) => `${raw[2 * number]}: ${raw[2 * number + 1]}`);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : error.message;
}

/** A node:http server on a port of its own, asked message by message over raw sockets. */
export async function readByNodeServer(messages: readonly TestMessage[]): Promise<Reading[]> {
  const told = new Map<number, (reading: Reading) => void>();
  const tell = (port: number | undefined, reading: Reading) => told.get(port ?? -1)?.(reading);
  const server = http.createServer({ keepAliveTimeout: 1 }, (request, response) => {
    const chunks: Buffer[] = [];
    const port = request.socket.remotePort;
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', (error) => tell(port, { kind: 'refused', code: codeOf(error) }));
    request.on('end', () => {
      const { method, url, httpVersion, rawHeaders, rawTrailers } = request;
      const body = Buffer.concat(chunks).toString('latin1');
      const start = `${method} ${url} HTTP/${httpVersion}`;
      tell(port, { kind: 'read', start, fields: pairs(rawHeaders), body, trailers: pairs(rawTrailers) });
      response.end();
    });
  });
  // A refusal arrives here; one of node's own (no Host, …) only as a status on the wire.
  server.on('clientError', (error, socket) => {
    if (socket instanceof net.Socket) tell(socket.remotePort, { kind: 'refused', code: codeOf(error) });
    socket.destroy();
  });
  server.on('connect', (request, socket) => {
    if (socket instanceof net.Socket)
      tell(socket.remotePort, {
        kind: 'read',
        start: `CONNECT ${request.url} HTTP/${request.httpVersion}`,
        fields: pairs(request.rawHeaders),
        body: '',
        trailers: [],
      });
    socket.destroy();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const readings: Reading[] = [];
  for (const { text } of messages) {
    readings.push(
      await new Promise<Reading>((resolve) => {
        const socket = net.connect(port, '127.0.0.1', () => {
          told.set(socket.localPort ?? -1, resolve);
          socket.end(latin(text));
        });
        let answer = '';
        socket.setEncoding('latin1');
        socket.on('data', (data: string) => {
          answer += data;
        });
        socket.on('error', () => undefined);
        // Without a word from the handlers it was refused by a status, or the connection was closed.
        socket.on('close', () => resolve({ kind: 'refused', code: answer.split(' ')[1] ?? 'closed' }));
      }),
    );
  }
  server.closeAllConnections();
  await new Promise((done) => {
    server.close(done);
  });
  return readings;
}

/** Node's http client, given messages by a bare TCP server. */
export async function readByNodeClient(messages: readonly TestMessage[]): Promise<Reading[]> {
  let next = '';
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(latin(next)));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const readings: Reading[] = [];
  for (const { text, asked = 'GET' } of messages) {
    next = text;
    readings.push(await askOnce(port, asked));
  }
  await new Promise((done) => {
    server.close(done);
  });
  return readings;
}

function askOnce(port: number, method: string): Promise<Reading> {
  return new Promise((resolve) => {
    const refuse = (error: Error) => resolve({ kind: 'refused', code: codeOf(error) });
    const request = http.request({ port, host: '127.0.0.1', method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', refuse);
      response.on('end', () => {
        const { statusCode, statusMessage, httpVersion, rawHeaders, rawTrailers } = response;
        const start = `HTTP/${httpVersion} ${statusCode} ${statusMessage}`;
        const body = Buffer.concat(chunks).toString('latin1');
        resolve({ kind: 'read', start, fields: pairs(rawHeaders), body, trailers: pairs(rawTrailers) });
      });
    });
    request.on('error', refuse);
    request.end();
  });
}
