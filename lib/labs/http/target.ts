import { complain, type Reading } from './reading';

/** The four forms of a request target (RFC 9112 §3.2), taken to pieces. */
export type Target =
  | { readonly form: 'origin'; readonly path: string; readonly query: string | null }
  | {
      readonly form: 'absolute';
      readonly scheme: string;
      readonly authority: string;
      readonly path: string;
      readonly query: string | null;
    }
  | { readonly form: 'authority'; readonly authority: string }
  | { readonly form: 'asterisk' };

/** `host[:port]` as Host and the authority-form have it; no user information (RFC 9110 §4.2.4). */
const hostPattern = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9\-._~!$&'()*+,;=%]*)(?::\d{0,5})?$/;

export function isHost(text: string): boolean {
  return hostPattern.test(text);
}

/** Takes a request target to pieces by its form; null: it has none of the four. */
export function parseTarget(target: string): Target | null {
  if (target === '*') return { form: 'asterisk' };
  if (target.startsWith('/')) return { form: 'origin', ...pathAndQuery(target) };
  const absolute = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)(.*)$/.exec(target);
  if (absolute) {
    const [, scheme = '', authority = '', rest = ''] = absolute;
    const { path, query } = pathAndQuery(rest);
    return { form: 'absolute', scheme: scheme.toLowerCase(), authority, path: path === '' ? '/' : path, query };
  }
  return /:\d+$/.test(target) && isHost(target) ? { form: 'authority', authority: target } : null;
}

function pathAndQuery(text: string): { path: string; query: string | null } {
  const mark = text.indexOf('?');
  return mark === -1 ? { path: text, query: null } : { path: text.slice(0, mark), query: text.slice(mark + 1) };
}

/** Which form fits which method: authority-form only CONNECT, asterisk-form only OPTIONS (RFC 9112 §3.2.3, §3.2.4). */
export function checkTarget(reading: Reading, method: string, target: string, at: number) {
  const to = at + target.length;
  if (target.includes('#')) complain(reading, 'target-fragment', at + target.indexOf('#'), to);
  if (target.startsWith('/') && method !== 'CONNECT') return;
  const form = parseTarget(target)?.form;
  const fits =
    form === 'asterisk'
      ? method === 'OPTIONS'
      : form === 'authority'
        ? method === 'CONNECT'
        : form !== undefined && method !== 'CONNECT';
  if (!fits) complain(reading, 'target-form', at, to);
}
