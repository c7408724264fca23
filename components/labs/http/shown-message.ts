import { type HttpEvent, whyOf } from '@/lib/labs/http/event';
import type { Fault } from '@/lib/labs/http/fault';
import { octetText, textOctets } from '@/lib/labs/http/octets';
import { readSpecimen } from '@/lib/labs/http/on-paper';
import { type ParsedRequest, type ParsedResponse, parseRequest, parseResponse } from '@/lib/labs/http/parse-message';
import type { Exchange, HttpState } from '@/lib/labs/http/state';

/** Bytes one can look at: a request, an answer, or a message on paper; and what the reader makes of them. */
export type ShownMessage = {
  readonly object: number;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedRequest | ParsedResponse;
  readonly faults: readonly Fault[];
  /** A message on paper that nobody has judged rightly yet: what a reader makes of it would give the answer away. */
  readonly isOpen: boolean;
};

/** Objects have numbers, by which they are pointed at: two for each exchange, and those on paper from here on. */
const firstSpecimen = 10_000;
export const requestObject = (exchange: number) => exchange * 2;
export const responseObject = (exchange: number) => exchange * 2 + 1;
export const specimenObject = (specimen: number) => firstSpecimen + specimen;
export const exchangeOf = (object: number) => (object >= firstSpecimen ? null : Math.floor(object / 2));

/** Every object that has bytes, in order. */
export function objectsOf({ exchanges, setup }: HttpState): number[] {
  return [
    ...exchanges.flatMap(({ id, request, response }) => [
      ...(request ? [requestObject(id)] : []),
      ...(response ? [responseObject(id)] : []),
    ]),
    ...setup.specimens.map((_, at) => specimenObject(at)),
  ];
}

export function messageOf(state: HttpState, object: number): ShownMessage | null {
  if (object >= firstSpecimen) {
    const specimen = state.setup.specimens[object - firstSpecimen];
    if (!specimen) return null;
    const parsed = readSpecimen(specimen);
    return { object, bytes: textOctets(specimen.text), parsed, faults: parsed.faults, isOpen: isOpen(state, object) };
  }
  const exchange = state.exchanges[Math.floor(object / 2)];
  const bytes = object % 2 === 0 ? exchange?.request : exchange?.response;
  if (!exchange || !bytes) return null;
  const parsed = object % 2 === 0 ? parseRequest(bytes, { closed: true }) : readAnswer(exchange, bytes);
  return { object, bytes, parsed, faults: parsed.faults, isOpen: false };
}

function isOpen({ named, decoded }: HttpState, object: number): boolean {
  return ![...named, ...decoded].some(({ specimen, right }) => right && specimenObject(specimen) === object);
}

function readAnswer({ method }: Exchange, bytes: Uint8Array): ParsedResponse {
  return parseResponse(bytes, method, { closed: true, limits: { body: Math.max(65_536, bytes.length) } });
}

/** The first line, for lists: `GET /etag HTTP/1.1`. */
export function firstLine(bytes: Uint8Array): string {
  const end = bytes.indexOf(10);
  return octetText(bytes, 0, Math.min(end === -1 ? bytes.length : end, 60)).replaceAll(/[^\x20-\x7e]/g, '');
}

/** What a step was about: the message on paper that was judged, else the newest exchange, else the first message on paper. */
export function subjectOf(state: HttpState, events: readonly HttpEvent[] = []): number | null {
  const why = whyOf(events);
  if (why?.code === 'named' || why?.code === 'decoded') return specimenObject(why.specimen);
  const last = state.exchanges.findLast(({ request, response }) => request || response);
  if (last) return last.request ? requestObject(last.id) : responseObject(last.id);
  return state.setup.specimens.length > 0 ? specimenObject(0) : null;
}
