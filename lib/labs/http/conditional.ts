import { namesTag, stronglyMatches, weaklyMatches } from './entity-tag';
import { parseHttpDate } from './http-date';
import { type Field, joinedValue } from './message';

/** What a resource has for validators just now; `lastModified` in milliseconds, a whole second. */
export type Validators = { readonly etag: string | null; readonly lastModified: number | null };

/** What a precondition makes of a request: its method is done, or not; and which field decided. */
export type Precondition =
  | { readonly outcome: 'perform'; readonly by: PreconditionField | null }
  | { readonly outcome: 'not-modified'; readonly by: PreconditionField }
  | { readonly outcome: 'failed'; readonly by: PreconditionField };
export type PreconditionField = 'If-Match' | 'If-Unmodified-Since' | 'If-None-Match' | 'If-Modified-Since';

/** RFC 9110 §13.2.2, in its order. `current`: null where the resource does not exist yet. If-Range is for `ranges`. */
export function evaluatePreconditions(
  method: string,
  fields: readonly Field[],
  current: Validators | null,
  now: number,
): Precondition {
  const isRead = method === 'GET' || method === 'HEAD';
  const ifMatch = joinedValue(fields, 'if-match');
  if (ifMatch !== undefined) {
    const holds = current !== null && namesTag(ifMatch, current.etag, stronglyMatches);
    if (!holds) return { outcome: 'failed', by: 'If-Match' };
  } else {
    const unmodified = dateIn(fields, 'if-unmodified-since', now);
    if (unmodified !== null && current?.lastModified != null && current.lastModified > unmodified)
      return { outcome: 'failed', by: 'If-Unmodified-Since' };
  }
  const ifNoneMatch = joinedValue(fields, 'if-none-match');
  if (ifNoneMatch !== undefined) {
    const isNamed = current !== null && namesTag(ifNoneMatch, current.etag, weaklyMatches);
    if (!isNamed) return { outcome: 'perform', by: 'If-None-Match' };
    return { outcome: isRead ? 'not-modified' : 'failed', by: 'If-None-Match' };
  }
  const modified = isRead ? dateIn(fields, 'if-modified-since', now) : null;
  if (modified !== null && current?.lastModified != null) {
    if (current.lastModified <= modified) return { outcome: 'not-modified', by: 'If-Modified-Since' };
    return { outcome: 'perform', by: 'If-Modified-Since' };
  }
  return { outcome: 'perform', by: ifMatch === undefined ? null : 'If-Match' };
}

function dateIn(fields: readonly Field[], name: string, now: number): number | null {
  const date = joinedValue(fields, name);
  return date === undefined ? null : parseHttpDate(date, now);
}
