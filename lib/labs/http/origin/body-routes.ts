import { concatenated } from '../../bytes';
import { fromBase64 } from '../base64';
import { gzip } from '../gzip';
import { joinedValue, listElements } from '../message';
import { chooseCoding } from '../negotiation';
import { textOctets } from '../octets';
import { type ByteRange, rangesOf } from '../ranges';
import { change, conditionally, validatorsAt } from './cache-routes';
import { brotliOfLongText, longText } from './long-text';
import { type Asked, field, type Reply, type Route, text, textType } from './route';
import { mark, revisionAt } from './store';

export const mostDelay = 5_000;
const mostPieces = 50;

const utf8 = (words: string) => new TextEncoder().encode(words);

function inChunks({ query, request }: Asked): Reply {
  const count = Number(query.get('pieces') ?? 5);
  if (!Number.isInteger(count) || count < 1 || count > mostPieces) return text(400, `pieces: 1 to ${mostPieces}.\n`);
  const pieces = Array.from({ length: count }, (_, number) => utf8(`Piece ${number + 1} of ${count}.\n`));
  const wantsTrailers = listElements(joinedValue(request.fields, 'te') ?? '').some(
    (one) => one.toLowerCase() === 'trailers',
  );
  const trailers = wantsTrailers ? [field('X-Pieces', String(count))] : [];
  const announced = wantsTrailers ? [field('Trailer', 'X-Pieces')] : [];
  return { status: 200, fields: [textType, ...announced], pieces, trailers };
}

function encoded(asked: Asked, offers: readonly ('gzip' | 'br')[]): Reply {
  const coding = chooseCoding(offers, joinedValue(asked.request.fields, 'accept-encoding'));
  const vary = field('Vary', 'Accept-Encoding');
  if (coding === null) return text(406, `There is ${offers.join(' and ')}, and the text as it is.\n`, vary);
  // Another coding is another representation: its tag is another one (RFC 9110 §8.8.3.3).
  const current = validatorsAt(asked.store, asked.path, coding);
  return conditionally(asked, current, [vary, field('Cache-Control', 'no-cache')], () => {
    if (coding === 'identity') return text(200, longText);
    const body = coding === 'gzip' ? gzip(utf8(longText)) : (fromBase64(brotliOfLongText) ?? utf8(longText));
    return { status: 200, body, fields: [textType, field('Content-Encoding', coding)] };
  });
}

/** A thousand octets in lines of ten: the number of a line says where one is, and each version differs in every line. */
export function rangedText(version: number): string {
  const begin = version === 1 ? 'line' : `v${String(version).padStart(3, '0')}`;
  return Array.from({ length: 100 }, (_, line) => `${begin}-${String(line).padStart(4, '0')}\n`).join('');
}

function ranged(asked: Asked): Reply {
  const shown = rangedText(revisionAt(asked.store, asked.path).version);
  const whole = textOctets(shown);
  const current = validatorsAt(asked.store, asked.path);
  const accepts = field('Accept-Ranges', 'bytes');
  return conditionally(asked, current, [accepts, field('Cache-Control', 'no-cache')], () => {
    if (asked.request.method !== 'GET') return text(200, shown);
    const wanted = rangesOf(asked.request.fields, whole.length, current, asked.now);
    if (wanted.kind === 'unsatisfiable')
      return text(416, `There are ${whole.length} bytes.\n`, field('Content-Range', `bytes */${whole.length}`));
    if (wanted.kind === 'whole') return text(200, shown);
    const [only, ...more] = wanted.ranges;
    if (only && more.length === 0) {
      const body = whole.subarray(only.first, only.last + 1);
      return { status: 206, body, fields: [textType, field('Content-Range', contentRange(only, whole.length))] };
    }
    return severalParts(wanted.ranges, whole, mark(asked.store.seed, 'boundary'));
  });
}

const contentRange = ({ first, last }: ByteRange, length: number) => `bytes ${first}-${last}/${length}`;

/** `multipart/byteranges` (RFC 9110 §14.6): each part says which octets it is. */
function severalParts(ranges: readonly ByteRange[], whole: Uint8Array, boundary: string): Reply {
  const parts = ranges.flatMap((range) => [
    utf8(`--${boundary}\r\nContent-Type: text/plain\r\nContent-Range: ${contentRange(range, whole.length)}\r\n\r\n`),
    whole.subarray(range.first, range.last + 1),
    utf8('\r\n'),
  ]);
  const body = concatenated(...parts, utf8(`--${boundary}--\r\n`));
  return { status: 206, body, fields: [field('Content-Type', `multipart/byteranges; boundary=${boundary}`)] };
}

/** The request as it was understood, as plain text that no browser takes for anything else. */
function echo({ request }: Asked): Reply {
  const { method, target, version, fields, body, trailers } = request;
  const lines = fields.map(({ name, value }) => `${name}: ${value}`);
  const after = trailers.map(({ name, value }) => `${name}: ${value}`);
  const head = [`${method} ${target} ${version}`, ...lines, '', ''].join('\r\n');
  const tail = after.length > 0 ? `\r\n${after.join('\r\n')}\r\n` : '';
  return {
    status: 200,
    body: concatenated(textOctets(head), body, textOctets(tail)),
    fields: [field('Content-Type', 'text/plain; charset=iso-8859-1')],
  };
}

export const bodyRoutes: readonly Route[] = [
  {
    pattern: /^\/delay\/(\d{1,5})$/,
    name: 'delay/{milliseconds}',
    about: `answers after so long, at most ${mostDelay}`,
    methods: {
      GET: (_asked, ms = '0') => {
        const delay = Number(ms);
        if (delay > mostDelay) return text(400, `At most ${mostDelay} ms.\n`);
        return { ...text(200, `Answered after ${delay} ms.\n`), delay };
      },
    },
  },
  {
    pattern: /^\/chunked$/,
    name: 'chunked?pieces=5',
    about: 'comes in chunks; with a trailer for who says TE: trailers',
    methods: { GET: inChunks },
  },
  {
    pattern: /^\/gzip$/,
    name: 'gzip',
    about: 'a long text, compressed for who accepts gzip',
    methods: { GET: (asked) => encoded(asked, ['gzip']) },
  },
  {
    pattern: /^\/br$/,
    name: 'br',
    about: 'the same for who accepts br',
    methods: { GET: (asked) => encoded(asked, ['br']) },
  },
  {
    pattern: /^\/encoded$/,
    name: 'encoded',
    about: 'the same in whichever of the two you like better',
    methods: { GET: (asked) => encoded(asked, ['br', 'gzip']) },
  },
  {
    pattern: /^\/range$/,
    name: 'range',
    about: 'a thousand bytes of which you may ask for some; POST changes them',
    methods: { GET: ranged, POST: change },
  },
  {
    pattern: /^\/echo$/,
    name: 'echo',
    about: 'your request, as it was read',
    methods: { '*': echo },
  },
];
