import { evaluatePreconditions, type Validators } from '../conditional';
import { httpDate } from '../http-date';
import type { Field } from '../message';
import { joinedValue } from '../message';
import { choose, languageSpecificity } from '../negotiation';
import { type Asked, field, type Reply, type Route, text } from './route';
import { changedAt, mark, type OriginStore, revisionAt } from './store';

/** The validators of what is at a path just now; `variant` where there are several of it. */
export function validatorsAt(store: OriginStore, path: string, variant = ''): { etag: string; lastModified: number } {
  const { version, changedAt: lastModified } = revisionAt(store, path);
  return { etag: `"${mark(store.seed, `${path}#${version}${variant}`)}"`, lastModified };
}

export function validatorFields({ etag, lastModified }: Validators): Field[] {
  return [
    ...(etag === null ? [] : [field('ETag', etag)]),
    ...(lastModified === null ? [] : [field('Last-Modified', httpDate(lastModified))]),
  ];
}

/** Answers 304 or 412 by what the request demands, or as `make` says; the fields of `extra` go along with either. */
export function conditionally(asked: Asked, current: Validators, extra: readonly Field[], make: () => Reply): Reply {
  const { outcome, by } = evaluatePreconditions(asked.request.method, asked.request.fields, current, asked.now);
  const fields = [...validatorFields(current), ...extra];
  if (outcome === 'failed') return text(412, `${by} does not hold.\n`, ...validatorFields(current));
  if (outcome === 'not-modified') return { status: 304, fields };
  const made = make();
  return { ...made, fields: [...(made.fields ?? []), ...fields] };
}

/** By the last part of `cache/{how}`; a number is a lifetime in seconds. */
const policies: Readonly<
  Record<string, { control: string | null; fields?: readonly Field[]; validators?: 'date' | 'none' }>
> = {
  heuristic: { control: null, validators: 'date' },
  'no-store': { control: 'no-store', validators: 'none' },
  'no-cache': { control: 'no-cache' },
  private: { control: 'private, max-age=60' },
  'must-revalidate': { control: 'max-age=10, must-revalidate' },
  immutable: { control: 'max-age=31536000, immutable' },
  shared: { control: 's-maxage=60, max-age=10' },
};

function cached(asked: Asked, how: string): Reply {
  const seconds = /^\d{1,8}$/.test(how) ? Number(how) : null;
  const policy =
    seconds === null ? (Object.hasOwn(policies, how) ? policies[how] : undefined) : { control: `max-age=${seconds}` };
  if (!policy) return text(404, `A number of seconds, vary, or one of ${Object.keys(policies).join(', ')}.\n`);
  const { etag, lastModified } = validatorsAt(asked.store, asked.path);
  const current: Validators =
    policy.validators === 'none'
      ? { etag: null, lastModified: null }
      : { etag: policy.validators === 'date' ? null : etag, lastModified };
  const control = policy.control === null ? [] : [field('Cache-Control', policy.control)];
  const { version } = revisionAt(asked.store, asked.path);
  return conditionally(asked, current, control, () => text(200, `Version ${version} of ${asked.path}\n`));
}

const greetings: Readonly<Record<string, string>> = { en: 'Good day.', zh: '你好。', de: 'Guten Tag.' };

/** Three representations of one address, told apart by Accept-Language (RFC 9111 §4.1). */
function varying(asked: Asked): Reply {
  const wanted = joinedValue(asked.request.fields, 'accept-language');
  const language = choose(Object.keys(greetings), wanted, languageSpecificity)?.value ?? 'en';
  const current = validatorsAt(asked.store, asked.path, language);
  const fields = [field('Cache-Control', 'max-age=60'), field('Vary', 'Accept-Language')];
  return conditionally(asked, current, fields, () =>
    text(200, `${greetings[language]}\n`, field('Content-Language', language)),
  );
}

/** Something unsafe happens to it: what caches hold of this address is no longer good (RFC 9111 §4.4). */
export function change(asked: Asked): Reply {
  const current = validatorsAt(asked.store, asked.path);
  const { outcome, by } = evaluatePreconditions(asked.request.method, asked.request.fields, current, asked.now);
  if (outcome === 'failed') return text(412, `${by} does not hold.\n`, ...validatorFields(current));
  const store = changedAt(asked.store, asked.path, asked.now);
  return { status: 204, store, fields: validatorFields(validatorsAt(store, asked.path)) };
}

export const cacheRoutes: readonly Route[] = [
  {
    pattern: /^\/etag$/,
    name: 'etag',
    about: 'has an ETag and wants to be asked again each time; PUT or POST changes it, under If-Match if there is one',
    methods: {
      GET: (asked) => {
        const { version } = revisionAt(asked.store, asked.path);
        return conditionally(asked, validatorsAt(asked.store, asked.path), [field('Cache-Control', 'no-cache')], () =>
          text(200, `Version ${version}\n`),
        );
      },
      PUT: change,
      POST: change,
    },
  },
  {
    pattern: /^\/cache\/vary$/,
    name: 'cache/vary',
    about: 'one address in English, Chinese and German: Vary: Accept-Language',
    methods: { GET: varying, POST: change },
  },
  {
    pattern: /^\/cache\/([a-z0-9-]{1,16})$/,
    name: 'cache/{seconds}',
    about:
      'may be kept that long; also cache/heuristic, no-store, no-cache, private, must-revalidate, immutable, shared; POST changes it',
    methods: { GET: (asked, how = '') => cached(asked, how), POST: change },
  },
];
