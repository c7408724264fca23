/** Where a request wants to go. `path` still carries its percent signs; it starts with one `/` and cannot climb. */
export type Address = { readonly path: string; readonly query: string };

const CONTROL = /[\p{Cc} \\]/u;

/**
 * The address in a request line, or null when no page of ours could ever have it.
 *
 * `/en?x=1` → `{ path: '/en', query: 'x=1' }` · `http://host/en` (the form proxies use) → `/en` ·
 * `//host`, `/a/../b`, `/a\b`, `/%zz` → null: they would mean something else to the next reader of the same text.
 */
export function addressOf(target: string | undefined): Address | null {
  const own = target?.startsWith('/') ? target : withoutOrigin(target ?? '');
  if (own === null) return null;
  // A fragment is never sent by a browser; whoever sends one means the page.
  const [whole = ''] = own.split('#', 1);
  const mark = whole.indexOf('?');
  const path = mark === -1 ? whole : whole.slice(0, mark);
  const query = mark === -1 ? '' : whole.slice(mark + 1);
  if (path.includes('//') || CONTROL.test(path)) return null;
  const plain = decoded(path);
  if (plain === null || plain.includes('\u0000') || plain.includes('\\') || plain.includes('//')) return null;
  if (plain.split('/').some((part) => part === '.' || part === '..')) return null;
  return { path, query };
}

/** Whether a query string has this name, with any value: `?beside`, `?a=1&beside=`. */
export function hasQuery(query: string, name: string): boolean {
  return query.length > 0 && new URLSearchParams(query).has(name);
}

function withoutOrigin(target: string): string | null {
  if (!/^https?:\/\//i.test(target)) return null;
  const rest = target.slice(target.indexOf('//') + 2);
  const slash = rest.indexOf('/');
  return slash === -1 ? '/' : rest.slice(slash);
}

function decoded(path: string): string | null {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
