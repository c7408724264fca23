import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { fieldValue, joinedValue } from '@/lib/labs/http/message';
import { parseRequest, persists } from '@/lib/labs/http/parse-message';
import { reasonOf } from '@/lib/labs/http/status-text';
import type { Answer, Practising, Said } from '@/lib/practice/exchange';
import { localeFor } from '@/lib/server/accept';
import { type Log, loggable } from '@/lib/server/log';
import type { Site } from '@/lib/server/site';
import { practiceServerWords } from '@/lib/words/practice-server';
import { Conversation, type ConversationParts } from './conversation';
import { lookAtFirstBytes } from './first-bytes';
import { Readers } from './next-message';
import { plainAnswer } from './plain-answer';
import type { PracticeLimits } from './practice-limits';
import { rebuiltRequest } from './rebuilt-request';
import { sendThroughNode } from './send-through-node';
import { withoutSiteCookies } from './site-cookies';
import { ECHO, PRACTICE } from './wanted';

type Parts = {
  readonly site: Site;
  readonly log: Log;
  readonly limits: PracticeLimits;
  readonly practising: Promise<Practising>;
};

/** What a body may take; the lab's reader refuses more than this with 413. */
const mostBody = 65_536;
/** A little less than the door gives what was begun (drain.ts). */
const patienceMs = 8_000;
const tokenInPath = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The practice server's place at the door. It acts by the token in the address and never by a cookie, takes any method and any bytes, and asks
 * nobody else for anything. Most messages come over connections of its own, byte for byte; on one that Node has, what Node kept has to do.
 */
export class PracticeDoor {
  readonly #parts: Parts;
  readonly #readers = new Readers();
  readonly #conversations = new Map<Socket, Conversation>();
  /** null while it is still starting. */
  #practising: Practising | null = null;
  #silent: { close(): void } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.practising.then(
      (practising) => {
        this.#practising = practising;
      },
      () => undefined,
    );
  }

  /** Sees every connection of this server before Node does. */
  listenOn(server: Server): void {
    const parts: ConversationParts = {
      readers: this.#readers,
      answer: (said, of) => this.#answer(said, this.#clientOf(said, of)),
      tooMuch,
      told: (said, answer, ms) => this.#tell(said, answer, ms),
      failed: (error) => this.#parts.log.error({ err: error }, 'practice failed'),
    };
    this.#silent = lookAtFirstBytes(server, (socket, read, handBack) => {
      const conversation = new Conversation(socket, read, parts);
      this.#conversations.set(socket, conversation);
      const gone = () => this.#conversations.delete(socket);
      socket.once('close', gone);
      void conversation.run((rest) => {
        gone();
        socket.off('close', gone);
        handBack(rest);
      });
    });
  }

  /** Whether a request that Node has read is for the practice server. */
  isAt(url: string): boolean {
    return pathOf(url).startsWith(PRACTICE) || pathOf(url) === ECHO;
  }

  async answerThroughNode(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rebuilt = await rebuiltRequest(request, mostBody);
    if (rebuilt === 'broken-off') return void response.destroy();
    const said = { bytes: rebuilt, parsed: parseRequest(rebuilt, { closed: true }) };
    const answer = await this.#answer(said, this.#parts.site.clientAddress(request));
    await sendThroughNode(response, request.method ?? 'GET', answer);
  }

  /** Ends what waits for another request; what is being answered has the door's time to end. */
  close(): void {
    this.#silent?.close();
    for (const conversation of this.#conversations.values()) conversation.close();
    setTimeout(() => {
      for (const socket of this.#conversations.keys()) socket.destroy();
    }, patienceMs).unref();
  }

  async #answer(said: Said, client: string): Promise<Answer> {
    const { limits } = this.#parts;
    const wait = limits.address(client);
    if (wait > 0) return this.#tooMany(said, wait);
    if (!limits.begin(client)) return this.#tooMany(said, 1);
    try {
      return await this.#route(said);
    } finally {
      limits.end(client);
    }
  }

  async #route(said: Said): Promise<Answer> {
    const own = this.#withoutCookies(said);
    const line = own.bytes.toString('latin1', 0, Math.min(own.bytes.length, 8_192)).split('\n', 1)[0] ?? '';
    const at = line.indexOf(PRACTICE);
    if (at === -1) return echo(own);
    const token = line.slice(at + PRACTICE.length).split(/[/?#\s]/, 1)[0] ?? '';
    if (!tokenInPath.test(token)) return this.#refuse(own, 404, 'Not Found', 'unknown');
    const wait = this.#parts.limits.token(token);
    if (wait > 0) return this.#tooMany(own, wait);
    if (!this.#practising) return this.#refuse(own, 503, 'Service Unavailable', 'starting', { 'Retry-After': '1' });
    const exchange = await this.#practising(token, `${PRACTICE}${token}`, own);
    switch (exchange.kind) {
      case 'answered':
        return exchange.answer;
      case 'unknown':
        return this.#refuse(own, 404, 'Not Found', 'unknown');
      case 'over':
        return this.#refuse(own, 410, 'Gone', 'over');
      case 'too-large':
        return this.#refuse(own, 413, 'Content Too Large', 'tooLarge');
      case 'busy':
        return this.#refuse(own, 503, 'Service Unavailable', 'busy', { 'Retry-After': '2' });
      case 'too-many':
        return this.#tooMany(own, exchange.seconds);
      case 'full':
        return this.#refuse(own, 429, 'Too Many Requests', 'full', { 'Retry-After': String(exchange.seconds) });
    }
  }

  #withoutCookies(said: Said): Said {
    const bytes = withoutSiteCookies(said.bytes);
    return bytes === said.bytes
      ? said
      : { bytes, parsed: parseRequest(bytes, { closed: said.parsed.kind === 'refused' }) };
  }

  #tooMany(said: Said, seconds: number): Answer {
    const words = practiceServerWords[localeOf(said)];
    return plainAnswer({
      status: 429,
      reason: 'Too Many Requests',
      text: `${words.tooMany(seconds)}\n`,
      fields: { 'Retry-After': String(seconds) },
      ...wayBack(said),
    });
  }

  #refuse(
    said: Said,
    status: number,
    reason: string,
    code: 'unknown' | 'over' | 'full' | 'tooLarge' | 'starting' | 'busy',
    fields: Readonly<Record<string, string>> = {},
  ): Answer {
    const words = practiceServerWords[localeOf(said)];
    return plainAnswer({ status, reason, text: `${words[code]}\n`, fields, ...wayBack(said) });
  }

  #clientOf({ parsed }: Said, socket: Socket): string {
    const forwarded = joinedValue(parsed.message?.fields ?? [], 'x-forwarded-for');
    return this.#parts.site.clientAddress({ headers: forwarded ? { 'x-forwarded-for': forwarded } : {}, socket });
  }

  #tell({ bytes, parsed }: Said, { pieces }: Answer, ms: number): void {
    const [first] = pieces;
    const status = first ? Number(Buffer.from(first.bytes.subarray(9, 12)).toString('latin1')) : 0;
    const path = loggable(pathOf(parsed.message?.target ?? bytes.toString('latin1', 0, 200).split(/\s+/)[1] ?? ''));
    this.#parts.log.info({ method: parsed.message?.method ?? '', path, status, ms: Math.round(ms), practice: true });
  }
}

function tooMuch(): Answer {
  const text = `${practiceServerWords.en.tooMuch}\n`;
  return plainAnswer({
    status: 503,
    reason: 'Service Unavailable',
    text,
    fields: { 'Retry-After': '2' },
    closes: true,
  });
}

/** The request as it came, to whoever sent it. */
function echo(said: Said): Answer {
  const { refusal } = said.parsed;
  if (!refusal) return plainAnswer({ status: 200, reason: 'OK', text: said.bytes, ...wayBack(said) });
  const text = `${refusal.code} at byte ${refusal.from} (RFC ${refusal.rfc})\n`;
  return plainAnswer({ status: refusal.status, reason: reasonOf(refusal.status), text, ...wayBack(said) });
}

/** How an answer goes back: without content for HEAD; after a fault nobody knows where the next message begins. */
function wayBack({ parsed: { kind, message } }: Said): { head: boolean; closes: boolean } {
  const closes = kind !== 'complete' || message === null || !persists(message);
  return { head: message?.method === 'HEAD', closes };
}

function localeOf({ parsed: { message } }: Said) {
  return localeFor(undefined, message ? fieldValue(message.fields, 'accept-language') : undefined);
}

function pathOf(url: string): string {
  const own = url.replace(/^http:\/\/[^/]*/i, '');
  const mark = own.search(/[?#]/);
  return mark === -1 ? own : own.slice(0, mark);
}
