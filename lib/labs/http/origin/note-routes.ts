import { evaluatePreconditions, type Validators } from '../conditional';
import { fieldValue } from '../message';
import { conditionally, validatorFields } from './cache-routes';
import { type Asked, field, json, type Reply, type Route, text } from './route';
import { mark, mostNoteOctets, mostNotes, type Note, type OriginStore, wholeSecond } from './store';

function noteAt(store: OriginStore, id: string): Note | null {
  return Object.hasOwn(store.notes, id) ? (store.notes[id] ?? null) : null;
}

function validatorsOf({ seed }: OriginStore, id: string, note: Note | null): Validators | null {
  return note && { etag: `"${mark(seed, `note ${id} ${note.version}`)}"`, lastModified: note.changedAt };
}

const shown = (id: string, { title, text: words }: Note) => ({ id, title, text: words });

/** What a request brings for a note: 415, 413 or 400 where it is none. */
function broughtBy({ request }: Asked, types: readonly string[]): { title?: string; text?: string } | Reply {
  const type = (fieldValue(request.fields, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type) || fieldValue(request.fields, 'content-encoding') !== undefined)
    return text(
      415,
      `Content-Type: ${types.join(' or ')}.\n`,
      field(request.method === 'PATCH' ? 'Accept-Patch' : 'Accept', types.join(', ')),
    );
  if (request.body.length > mostNoteOctets) return text(413, `At most ${mostNoteOctets} bytes.\n`);
  const value = parsedJson(request.body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text(400, 'Not a JSON object.\n');
  const title: unknown = Reflect.get(value, 'title');
  const words: unknown = Reflect.get(value, 'text');
  const isGood = (one: unknown) => one === undefined || typeof one === 'string';
  if (!isGood(title) || !isGood(words)) return text(422, 'title and text are strings.\n');
  return { ...(typeof title === 'string' ? { title } : {}), ...(typeof words === 'string' ? { text: words } : {}) };
}

function parsedJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // Not JSON, or not UTF-8: the answer is the same, and nobody needs to know where.
    return undefined;
  }
}

const isReply = (value: object): value is Reply => 'status' in value;

function list({ store }: Asked): Reply {
  return json(200, { notes: Object.entries(store.notes).map(([id, note]) => shown(id, note)) });
}

function create(asked: Asked): Reply {
  const { store, where } = asked;
  const brought = broughtBy(asked, ['application/json']);
  if (isReply(brought)) return brought;
  const id = String(store.nextNote);
  return write(
    { ...asked, store: { ...store, nextNote: store.nextNote + 1 } },
    id,
    null,
    brought,
    (saved, validators) => ({
      ...json(201, shown(id, saved), field('Location', `${where.base}/notes/${id}`), ...validators),
    }),
  );
}

/** Puts a note into the store, unless another has its title (409) or there is no room (507). */
function write(
  asked: Asked,
  id: string,
  before: Note | null,
  { title = '', text: words = '' }: { title?: string; text?: string },
  answer: (saved: Note, validators: ReturnType<typeof validatorFields>) => Reply,
): Reply {
  const { store, now } = asked;
  if (title.trim() === '' || title.length > 100) return text(422, 'A note has a title of 1 to 100 characters.\n');
  const holder = Object.entries(store.notes).find(([other, note]) => other !== id && note.title === title);
  if (holder) return text(409, `Note ${holder[0]} has that title already.\n`);
  if (!before && Object.keys(store.notes).length >= mostNotes) return text(507, `At most ${mostNotes} notes.\n`);
  const saved: Note = { title, text: words, version: (before?.version ?? 0) + 1, changedAt: wholeSecond(now) };
  const next = { ...store, notes: { ...store.notes, [id]: saved } };
  const validators = validatorsOf(next, id, saved);
  return { ...answer(saved, validators ? validatorFields(validators) : []), store: next };
}

function read(asked: Asked, id = ''): Reply {
  const note = noteAt(asked.store, id);
  const current = validatorsOf(asked.store, id, note);
  if (!note || !current) return text(404, 'No such note.\n');
  return conditionally(asked, current, [field('Cache-Control', 'no-cache')], () => json(200, shown(id, note)));
}

/** 412 by the request's own conditions; 428 where the note demands one (RFC 6585 §3). null: go on. */
function guard(asked: Asked, id: string, note: Note | null): Reply | null {
  const current = validatorsOf(asked.store, id, note);
  const { outcome, by } = evaluatePreconditions(asked.request.method, asked.request.fields, current, asked.now);
  if (outcome === 'failed') return text(412, `${by} does not hold.\n`, ...(current ? validatorFields(current) : []));
  if (id === 'shared' && by !== 'If-Match') return text(428, 'Say by If-Match which version you have seen.\n');
  return null;
}

function replace(asked: Asked, id = ''): Reply {
  const before = noteAt(asked.store, id);
  const refused = guard(asked, id, before);
  if (refused) return refused;
  const brought = broughtBy(asked, ['application/json']);
  if (isReply(brought)) return brought;
  return write(asked, id, before, brought, (saved, validators) =>
    before
      ? { status: 204, fields: validators }
      : json(201, shown(id, saved), field('Location', `${asked.where.base}/notes/${id}`), ...validators),
  );
}

/** RFC 7396: what is named is changed, the rest stays. */
function patch(asked: Asked, id = ''): Reply {
  const before = noteAt(asked.store, id);
  if (!before) return text(404, 'No such note.\n');
  const refused = guard(asked, id, before);
  if (refused) return refused;
  const brought = broughtBy(asked, ['application/merge-patch+json']);
  if (isReply(brought)) return brought;
  const merged = { title: before.title, text: before.text, ...brought };
  return write(asked, id, before, merged, (saved, validators) => json(200, shown(id, saved), ...validators));
}

function remove(asked: Asked, id = ''): Reply {
  const before = noteAt(asked.store, id);
  if (!before) return text(404, 'No such note.\n');
  const refused = guard(asked, id, before);
  if (refused) return refused;
  const { [id]: _removed, ...notes } = asked.store.notes;
  return { status: 204, store: { ...asked.store, notes } };
}

export const noteRoutes: readonly Route[] = [
  {
    pattern: /^\/notes$/,
    name: 'notes',
    about: 'all notes; POST {"title": …, "text": …} as application/json makes one',
    methods: { GET: list, POST: create },
  },
  {
    pattern: /^\/notes\/([a-z0-9-]{1,32})$/,
    name: 'notes/{id}',
    about:
      'one of them: GET, PUT, PATCH (application/merge-patch+json), DELETE; notes/shared changes only under If-Match',
    methods: { GET: read, PUT: replace, PATCH: patch, DELETE: remove },
  },
];
