import { parseCredentials } from '../credentials';
import { fieldValue } from '../message';
import { type Asked, field, json, type Reply, type Route, text } from './route';
import { account, mark, type OriginStore } from './store';

const tokenSeconds = 300;

/** 401 always says how to come in (RFC 9110 §15.5.2), and here also with what. */
function challenge(store: OriginStore, value: string, about: string): Reply {
  const { user, password } = account(store.seed);
  return text(401, `${about} The account is ${user} with ${password}.\n`, field('WWW-Authenticate', value));
}

const basicChallenge = 'Basic realm="practice", charset="UTF-8"';

function credentialsOf({ request }: Asked) {
  return parseCredentials(fieldValue(request.fields, 'authorization') ?? '');
}

function isKnown(asked: Asked): boolean {
  const credentials = credentialsOf(asked);
  const { user, password } = account(asked.store.seed);
  return credentials?.scheme === 'basic' && credentials.user === user && credentials.password === password;
}

function basic(asked: Asked): Reply {
  if (!isKnown(asked)) return challenge(asked.store, basicChallenge, 'Name and password, please.');
  return text(200, `Welcome, ${account(asked.store.seed).user}.\n`, field('Cache-Control', 'private, no-cache'));
}

/** A token says itself until when it is good; the mark shows that it came from here. */
function tokenUntil(store: OriginStore, until: number): string {
  return `${until.toString(36)}.${mark(store.seed, `token ${until}`)}`;
}

function token(asked: Asked): Reply {
  if (!isKnown(asked)) return challenge(asked.store, basicChallenge, 'A token is given for name and password.');
  const until = Math.floor(asked.now / 1_000) + tokenSeconds;
  return json(200, { access_token: tokenUntil(asked.store, until), token_type: 'Bearer', expires_in: tokenSeconds });
}

/** RFC 6750 §3: what is wrong with a token is said in the challenge; nothing is said where there was none. */
function bearer(asked: Asked): Reply {
  const credentials = credentialsOf(asked);
  const about = 'A token, please: POST to token first.';
  if (credentials?.scheme !== 'bearer') return challenge(asked.store, 'Bearer realm="practice"', about);
  const until = Number.parseInt(credentials.token.split('.')[0] ?? '', 36);
  const isOurs = Number.isSafeInteger(until) && credentials.token === tokenUntil(asked.store, until);
  const isGood = isOurs && until * 1_000 > asked.now;
  if (isGood) return text(200, 'The token is good.\n', field('Cache-Control', 'private, no-cache'));
  const why = isOurs ? 'The access token expired' : 'The access token is not from here';
  const value = `Bearer realm="practice", error="invalid_token", error_description="${why}"`;
  return challenge(asked.store, value, about);
}

export const authRoutes: readonly Route[] = [
  {
    pattern: /^\/basic-auth$/,
    name: 'basic-auth',
    about: 'asks for a name and a password (Basic)',
    methods: { GET: basic },
  },
  {
    pattern: /^\/token$/,
    name: 'token',
    about: 'POST with name and password (Basic) gives a token for five minutes',
    methods: { POST: token },
  },
  {
    pattern: /^\/bearer$/,
    name: 'bearer',
    about: 'asks for such a token (Bearer)',
    methods: { GET: bearer },
  },
];
