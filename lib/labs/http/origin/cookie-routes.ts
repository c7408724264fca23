import { httpDate } from '../http-date';
import { fieldValues } from '../message';
import { type Asked, field, json, type Reply, type Route, text } from './route';

/** The pairs of a Cookie field as a server reads them (RFC 6265 §4.2.1), in order, one name perhaps twice. */
export function cookiePairs(asked: Pick<Asked, 'request'>): { name: string; value: string }[] {
  return fieldValues(asked.request.fields, 'cookie')
    .flatMap((value) => value.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='))
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }));
}

const sameSites: Readonly<Record<string, string>> = { strict: 'Strict', lax: 'Lax', none: 'None' };

/**
 * Set-Cookie out of a query: name, value, and the attributes asked for. Behind a prefix a cookie stays under it, and has
 * neither a domain nor a name with a promise that could not be kept there.
 */
function setCookie(asked: Asked): Reply {
  const { query, where } = asked;
  const name = query.get('name') ?? '';
  const value = query.get('value') ?? '';
  const isPromising = /^__(host|secure)-/i.test(name);
  if (!/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) || (isPromising && where.base !== ''))
    return text(400, 'name: a letter, then up to 39 letters, digits, - and _.\n');
  if (!/^[A-Za-z0-9._~-]{0,100}$/.test(value)) return text(400, 'value: up to 100 letters, digits and . _ ~ -\n');
  const attributes = attributesOf(asked);
  if (typeof attributes === 'string') return text(400, attributes);
  return text(200, `${name} is set.\n`, field('Set-Cookie', [`${name}=${value}`, ...attributes].join('; ')));
}

function attributesOf({ query, where, now }: Asked): string[] | string {
  const path = query.get('path') ?? '/';
  const age = query.get('max-age');
  const expires = query.get('expires-in');
  const domain = query.get('domain');
  const sameSite = query.get('same-site');
  if (!/^\/[a-z0-9/-]{0,60}$/.test(path)) return 'path: / and then small letters, digits, / and -\n';
  if (age !== undefined && !/^-?\d{1,8}$/.test(age)) return 'max-age: seconds.\n';
  if (expires !== undefined && !/^-?\d{1,8}$/.test(expires)) return 'expires-in: seconds from now.\n';
  if (domain !== undefined && !/^[a-z0-9.-]{1,60}$/.test(domain)) return 'domain: a host name.\n';
  if (sameSite !== undefined && !Object.hasOwn(sameSites, sameSite)) return 'same-site: strict, lax or none.\n';
  return [
    ...(query.get('path') === 'none' ? [] : [`Path=${where.base}${path === '/' && where.base ? '' : path}`]),
    ...(domain !== undefined && where.base === '' ? [`Domain=${domain}`] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
    ...(expires === undefined ? [] : [`Expires=${httpDate(now + Number(expires) * 1_000)}`]),
    ...(query.has('secure') ? ['Secure'] : []),
    ...(query.has('http-only') ? ['HttpOnly'] : []),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSites[sameSite]}`]),
  ];
}

function deleteCookie({ query, where }: Asked): Reply {
  const name = query.get('name') ?? '';
  if (!/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name)) return text(400, 'Which one? ?name=…\n');
  const value = `${name}=; Path=${where.base || '/'}; Max-Age=0`;
  return text(200, `${name} is gone.\n`, field('Set-Cookie', value));
}

/** How often this visitor was here, as far as a cookie says so. */
function visits(asked: Asked): Reply {
  const said = cookiePairs(asked).find(({ name }) => name === 'visits')?.value ?? '';
  const count = Math.min(999, (/^\d{1,3}$/.test(said) ? Number(said) : 0) + 1);
  const value = `visits=${count}; Path=${asked.where.base || '/'}; Max-Age=86400; HttpOnly; SameSite=Lax`;
  return text(200, `Visit number ${count}.\n`, field('Set-Cookie', value));
}

export const cookieRoutes: readonly Route[] = [
  {
    pattern: /^\/cookies$/,
    name: 'cookies',
    about: 'the cookies that came along',
    methods: { GET: (asked) => json(200, { cookies: cookiePairs(asked) }) },
  },
  {
    pattern: /^\/cookies\/set$/,
    name: 'cookies/set?name=a&value=b',
    about: 'sets a cookie; also path, domain, max-age, expires-in, secure, http-only, same-site',
    methods: { GET: setCookie },
  },
  {
    pattern: /^\/cookies\/delete$/,
    name: 'cookies/delete?name=a',
    about: 'deletes a cookie',
    methods: { GET: deleteCookie },
  },
  {
    pattern: /^\/cookies\/visits$/,
    name: 'cookies/visits',
    about: 'counts your visits by a cookie',
    methods: { GET: visits },
  },
];
