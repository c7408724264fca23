import { z } from 'zod';

/** What is typed to sign in: a name or an e-mail address. Names hold no `@`, so the two can never be the same text. */
export type Login = { readonly kind: 'name' | 'email'; readonly login: string };

export type LoginFault =
  | 'login-empty'
  | 'login-short'
  | 'login-long'
  | 'login-letters'
  | 'login-scripts'
  | 'email-shape';

/** 64 code points: long enough for any name, short enough for a list. */
const NAME_LONGEST = 64;
/** RFC 5321 §4.5.3.1.3: a path has 256 octets, two of them the angle brackets. */
const EMAIL_LONGEST = 254;
/** Nothing that comes from outside is normalised before it is known to be short. */
const RAW_LONGEST = 1000;

/**
 * One spelling of what can be typed in many: compatibility forms (full-width letters, ligatures) and capitals become the
 * plain small letters, and white space becomes single spaces inside. `normalise(normalise(x)) === normalise(x)`.
 */
export function normalise(typed: string): string {
  let text = typed.slice(0, RAW_LONGEST);
  // Lower-casing can open a new compatibility form and the other way round; it settles after one or two rounds.
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  }
  return text;
}

/** Letters, digits and marks of any language; dots, hyphens, underscores and single spaces between them. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[ ._-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u;

/** Letters of these three look alike (аdа, αda): a name that mixes them is refused. Han, Kana and the rest mix freely. */
const lookAlikes = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

const email = z.email();

export function parseLogin(typed: string): Login | LoginFault {
  if (typed.length > RAW_LONGEST) return 'login-long';
  const login = normalise(typed);
  if (login === '') return 'login-empty';
  return login.includes('@') ? parseEmail(login) : parseName(login);
}

function parseEmail(login: string): Login | LoginFault {
  if (login.length > EMAIL_LONGEST) return 'login-long';
  return email.safeParse(login).success ? { kind: 'email', login } : 'email-shape';
}

function parseName(login: string): Login | LoginFault {
  const length = [...login].length;
  if (length > NAME_LONGEST) return 'login-long';
  // Two, because most Chinese names have two or three characters.
  if (length < 2) return 'login-short';
  if (!NAME.test(login)) return 'login-letters';
  if (lookAlikes.filter((script) => script.test(login)).length > 1) return 'login-scripts';
  return { kind: 'name', login };
}

/** The name others see: as typed, in one line, at most 64 characters, without control and invisible characters; null when nothing is left. */
export function parseDisplayName(typed: string): string | null {
  const plain = typed
    .slice(0, RAW_LONGEST)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .trim();
  const name = [...plain].slice(0, NAME_LONGEST).join('').trim();
  return name === '' ? null : name;
}
