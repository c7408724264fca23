import { createServer, type Server, type Socket } from 'node:net';

/** A mail as it arrived: its headers with folded lines joined, and its parts as text. */
export type Arrived = {
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
  readonly html: string;
};

/** A mail server for tests, which keeps what it is handed. `refuse`: what it says to every recipient instead. */
export class TestSmtp {
  readonly arrived: Arrived[] = [];
  refuse: string | null = null;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  static async open(): Promise<TestSmtp> {
    const smtp = new TestSmtp();
    await new Promise<void>((resolve) => smtp.#server.listen(0, '127.0.0.1', resolve));
    return smtp;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the mail server listens nowhere');
    return `smtp://127.0.0.1:${address.port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    let waiting = '';
    let body: string | null = null;
    let to: string[] = [];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test ESMTP');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      waiting += bytes.toString('utf8');
      for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (body !== null) {
          if (line === '.') {
            this.arrived.push({ to, ...readMessage(body) });
            body = null;
            say('250 kept');
          } else body += `${line.startsWith('..') ? line.slice(1) : line}\r\n`;
        } else if (/^RCPT TO:/i.test(line)) {
          to = [...to, /<(.*)>/.exec(line)?.[1] ?? ''];
          say(this.refuse ?? '250 fine');
        } else if (/^DATA/i.test(line)) {
          body = '';
          say('354 go on');
        } else if (/^MAIL FROM/i.test(line)) {
          to = [];
          say('250 fine');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 test');
      }
    });
  }
}

function readMessage(raw: string): Omit<Arrived, 'to'> {
  const { headers, body } = readPart(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type')?.[0] ?? '')?.[1];
  const parts =
    boundary === undefined
      ? []
      : body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => readPart(part.replace(/^\r\n/, '')));
  const of = (type: string) =>
    parts.find((part) => part.headers.get('content-type')?.[0]?.startsWith(type))?.decoded ?? '';
  return { headers, text: of('text/plain'), html: of('text/html') };
}

function readPart(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), decodedWords(line.slice(at + 1).trim())]);
  }
  const body = raw.slice(end + 4);
  const how = headers.get('content-transfer-encoding')?.[0]?.toLowerCase();
  const decoded =
    how === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : how === 'quoted-printable'
        ? fromQuoted(body)
        : body;
  return { headers, body, decoded: decoded.replaceAll('\r\n', '\n') };
}

function fromQuoted(text: string): string {
  const joined = text.replace(/=\r\n/g, '');
  return Buffer.from(
    joined.replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

/** RFC 2047: `=?UTF-8?Q?…?=` */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replaceAll('_', ' ')),
    );
}
