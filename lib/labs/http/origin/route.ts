import type { Field, HttpRequest } from '../message';
import type { OriginStore } from './store';

/** Where the server stands. */
export type Where = {
  /** What stands before every path, without a slash at its end: `/api/labs/http/s/abc`, or nothing. */
  readonly base: string;
  /** Nobody looks at the log entry: it is not made. */
  readonly unlogged?: true;
};

/** A request that could be read, as a route sees it. */
export type Asked = {
  readonly request: HttpRequest;
  /** GET where the request is HEAD: the body is left out later. */
  readonly method: string;
  /** After the base: `/cache/60`. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly store: OriginStore;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly where: Where;
};

/** What a route answers; date, length, connection and the like are added to it. */
export type Reply = {
  readonly status: number;
  readonly fields?: readonly Field[];
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array;
  /** Goes out in chunks where the client's version has them. */
  readonly pieces?: readonly Uint8Array[];
  readonly trailers?: readonly Field[];
  /** As it is after this request. */
  readonly store?: OriginStore;
  /** Milliseconds for which the answer is held back. */
  readonly delay?: number;
};

export type Handler = (asked: Asked, ...parts: string[]) => Reply;

/** A place of the practice server. */
export type Route = {
  /** Groups become the handler's further arguments. */
  readonly pattern: RegExp;
  /** For the index page: `status/{code}`. */
  readonly name: string;
  readonly about: string;
  /** By method; HEAD follows from GET, OPTIONS is answered for all. `*`: any method. */
  readonly methods: Readonly<Record<string, Handler>>;
};

export const textType: Field = { name: 'Content-Type', value: 'text/plain; charset=utf-8' };
export const jsonType: Field = { name: 'Content-Type', value: 'application/json' };

export function field(name: string, value: string): Field {
  return { name, value };
}

export function text(status: number, body: string, ...fields: Field[]): Reply {
  return { status, body, fields: [textType, ...fields] };
}

export function json(status: number, value: unknown, ...fields: Field[]): Reply {
  return { status, body: `${JSON.stringify(value, null, 2)}\n`, fields: [jsonType, ...fields] };
}
