import { concatenated, noBytes } from '../bytes';
import { type Dialect, strict } from './dialect';
import type { Fault } from './fault';
import { type Framed, type Framing, framingOf } from './framing';
import { defaultLimits, type HttpLimits } from './limits';
import { type Field, fieldValues, type HttpRequest, type HttpResponse } from './message';
import { octetText } from './octets';
import { type ChunkedBody, parseChunked } from './parse-chunked';
import { type FieldLine, parseFields } from './parse-fields';
import { parseRequestLine, parseStatusLine, type RequestLine, type StatusLine } from './parse-start-line';
import { complain, type Line, type Reading, refusalOf } from './reading';
import { isHost, parseTarget } from './target';

export type ParseOptions = {
  readonly dialect?: Dialect;
  readonly limits?: Partial<HttpLimits>;
  /** Where the message begins: after the one before it on the same connection. */
  readonly from?: number;
  /** The peer will send nothing more: what is not complete by now is cut short. */
  readonly closed?: boolean;
};

/** Where the parts of a message are, for `messageMap`. */
export type MessagePlaces<StartLine> = {
  readonly from: number;
  readonly startLine: StartLine | null;
  readonly lines: readonly FieldLine[];
  readonly emptyLine: Line | null;
  readonly framing: Framing;
  /** Content with a length or up to the end of the connection: [from, to). */
  readonly content: { readonly from: number; readonly to: number } | null;
  readonly chunked: ChunkedBody | null;
};

/** What came of reading. Every fault is kept, also those after which nobody would read on; `refusal` is the first that ends it. */
export type Parsed<Message, StartLine> = {
  /** `incomplete`: more bytes are needed, and nothing is wrong so far. */
  readonly kind: 'complete' | 'incomplete' | 'refused';
  /** As far as it was read; null where not even a start line is there. */
  readonly message: Message | null;
  /** Whether the head is there to its empty line. */
  readonly headComplete: boolean;
  readonly faults: readonly Fault[];
  readonly refusal: Fault | null;
  readonly framing: Framing;
  /** Where the next message would begin. */
  readonly end: number;
  readonly places: MessagePlaces<StartLine>;
};
export type ParsedRequest = Parsed<HttpRequest, RequestLine>;
export type ParsedResponse = Parsed<HttpResponse, StatusLine>;

/** Reads one request (RFC 9112 §3). Time is linear in the bytes up to the limits; nothing is read twice. */
export function parseRequest(bytes: Uint8Array, options: ParseOptions = {}): ParsedRequest {
  const reading = readingOf(bytes, options);
  const { at: from } = reading;
  const startLine = parseRequestLine(reading);
  if (!startLine) return nothing(reading, options, from);
  const rest = parseRest(reading, options, { kind: 'request', version: startLine.version }, checkHost(startLine));
  const { method, target, version } = startLine;
  return finish(reading, options, { from, startLine, ...rest }, (fields, body, trailers) => ({
    method,
    target,
    version,
    fields,
    body,
    trailers,
  }));
}

/** Reads one response (RFC 9112 §4). `asked`: the method of its request, on which its framing depends. */
export function parseResponse(bytes: Uint8Array, asked = 'GET', options: ParseOptions = {}): ParsedResponse {
  const reading = readingOf(bytes, options);
  const { at: from } = reading;
  const startLine = parseStatusLine(reading);
  if (!startLine) return nothing(reading, options, from);
  const { version, status, reason } = startLine;
  const rest = parseRest(reading, options, { kind: 'response', version, status, asked });
  return finish(reading, options, { from, startLine, ...rest }, (fields, body, trailers) => ({
    version,
    status,
    reason,
    fields,
    body,
    trailers,
  }));
}

/** How far it pays to decode: most heads are shorter, and what is further on is decoded where it is read. */
const decodedAtOnce = 2_048;

function readingOf(bytes: Uint8Array, { from = 0, dialect = strict, limits }: ParseOptions): Reading {
  const own = limits ? { ...defaultLimits, ...limits } : defaultLimits;
  const text = octetText(bytes, from, Math.min(bytes.length, from + decodedAtOnce));
  return { bytes, at: from, dialect, limits: own, faults: [], text, textFrom: from };
}

type Rest = Omit<MessagePlaces<unknown>, 'from' | 'startLine'>;

function parseRest(
  reading: Reading,
  { closed = false }: ParseOptions,
  of: Framed,
  check?: (reading: Reading, lines: readonly FieldLine[], emptyLine: Line) => void,
): Rest {
  const lines: FieldLine[] = [];
  const section = parseFields(reading, lines);
  const none: Rest = {
    lines,
    emptyLine: null,
    framing: { kind: 'none', why: 'no-field' },
    content: null,
    chunked: null,
  };
  if (!section) return none;
  const { emptyLine } = section;
  check?.(reading, lines, emptyLine);
  const framing = framingOf(reading, lines, of);
  const head = { ...none, emptyLine, framing };
  // Whoever does not know for certain where a message ends must not read on.
  if (refusalOf(reading.faults)) return head;
  const { at: from, bytes } = reading;
  switch (framing.kind) {
    case 'none':
    case 'tunnel':
      return head;
    case 'chunked':
      return { ...head, chunked: parseChunked(reading) };
    case 'length':
      reading.at = Math.min(bytes.length, from + framing.length);
      return { ...head, content: { from, to: reading.at } };
    case 'until-close':
      reading.at = bytes.length;
      if (bytes.length - from > reading.limits.body) complain(reading, 'body-too-large', from, bytes.length);
      return { ...head, content: { from, to: closed || bytes.length > from ? bytes.length : from } };
  }
}

/** Exactly one Host in HTTP/1.1, and one that can be read (RFC 9112 §3.2). */
function checkHost({ version, target }: RequestLine) {
  return (reading: Reading, lines: readonly FieldLine[], emptyLine: Line) => {
    const hosts = lines.filter(({ name }) => name.length === 4 && name.toLowerCase() === 'host');
    const [first, second] = hosts;
    if (!first) {
      if (version === 'HTTP/1.1') complain(reading, 'host-missing', emptyLine.from, emptyLine.end);
      return;
    }
    if (second) complain(reading, 'host-repeated', second.from, second.to);
    const bad = hosts.find(({ value }) => !isHost(value));
    if (bad) complain(reading, 'host-bad', bad.valueFrom, bad.valueTo);
    else if (first.value === '' && parseTarget(target)?.form === 'absolute')
      complain(reading, 'host-bad', first.from, first.to);
  };
}

function isComplete({ emptyLine, framing, content, chunked }: Rest, closed: boolean): boolean {
  if (!emptyLine) return false;
  if (framing.kind === 'length') return content !== null && content.to - content.from === framing.length;
  if (framing.kind === 'chunked') return (chunked?.emptyLine ?? null) !== null;
  return framing.kind !== 'until-close' || closed;
}

type Make<Message> = (fields: readonly Field[], body: Uint8Array, trailers: readonly Field[]) => Message;

function finish<Message, StartLine>(
  reading: Reading,
  { closed = false }: ParseOptions,
  places: MessagePlaces<StartLine>,
  make: Make<Message>,
): Parsed<Message, StartLine> {
  const whole = isComplete(places, closed);
  if (!whole && closed && !refusalOf(reading.faults)) complain(reading, 'cut-short', reading.at, reading.bytes.length);
  const refusal = refusalOf(reading.faults);
  const body = bodyOf(reading.bytes, places);
  return {
    kind: refusal ? 'refused' : whole ? 'complete' : 'incomplete',
    message: make(places.lines, body, places.chunked?.trailers ?? []),
    headComplete: places.emptyLine !== null,
    faults: reading.faults,
    refusal,
    framing: places.framing,
    end: reading.at,
    places,
  };
}

function bodyOf(bytes: Uint8Array, { content, chunked }: MessagePlaces<unknown>): Uint8Array {
  if (content) return bytes.subarray(content.from, content.to);
  if (!chunked) return noBytes;
  return concatenated(...chunked.chunks.map(({ dataFrom, dataTo }) => bytes.subarray(dataFrom, dataTo)));
}

/** No start line: nothing there yet, or one that never ends. */
function nothing<Message, StartLine>(
  reading: Reading,
  { closed = false }: ParseOptions,
  from: number,
): Parsed<Message, StartLine> {
  if (closed && reading.bytes.length > reading.at) complain(reading, 'cut-short', reading.at, reading.bytes.length);
  const refusal = refusalOf(reading.faults);
  return {
    kind: refusal ? 'refused' : 'incomplete',
    message: null,
    headComplete: false,
    faults: reading.faults,
    refusal,
    framing: { kind: 'none', why: 'no-field' },
    end: reading.at,
    places: {
      from,
      startLine: null,
      lines: [],
      emptyLine: null,
      framing: { kind: 'none', why: 'no-field' },
      content: null,
      chunked: null,
    },
  };
}

/** Whether the connection stays open after this message (RFC 9112 §9.3). */
export function persists(message: Pick<HttpRequest, 'version' | 'fields'>): boolean {
  const options = fieldValues(message.fields, 'connection').flatMap((value) =>
    value.split(',').map((option) => option.trim().toLowerCase()),
  );
  if (options.includes('close')) return false;
  return message.version === 'HTTP/1.1' || options.includes('keep-alive');
}
