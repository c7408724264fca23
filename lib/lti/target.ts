import type { Locale } from '@/lib/words/locale';

/** Where a link of a course leads. As text (`lesson:tcp-tls/handshakes`) it stands in the link's custom parameter and in the database. */
export type Target =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'lesson'; readonly path: string; readonly lesson: string }
  | { readonly kind: 'assignment'; readonly id: string };

const slug = '[a-z0-9][a-z0-9-]{0,79}';
const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const written = new RegExp(`^(?:path:(${slug})|lesson:(${slug})/(${slug})|assignment:(${uuid}))$`);
const addressed = new RegExp(`^/(?:en|zh)/(?:paths/(${slug})|learn/(${slug})/(${slug})|assignments/(${uuid}))/?$`);

/** `path:tcp-tls`; undefined: it is none. */
export function readTarget(text: string): Target | undefined {
  return targetOf(written.exec(text));
}

/** The page that an address of ours shows, for links that were made by hand. */
export function targetAt(pathname: string): Target | undefined {
  return targetOf(addressed.exec(pathname));
}

function targetOf(found: RegExpExecArray | null): Target | undefined {
  if (!found) return undefined;
  const [, path, of, lesson, assignment] = found;
  if (path) return { kind: 'path', path };
  if (of && lesson) return { kind: 'lesson', path: of, lesson };
  return assignment ? { kind: 'assignment', id: assignment } : undefined;
}

export function writeTarget(target: Target): string {
  switch (target.kind) {
    case 'path':
      return `path:${target.path}`;
    case 'lesson':
      return `lesson:${target.path}/${target.lesson}`;
    case 'assignment':
      return `assignment:${target.id}`;
  }
}

/** The page a learner sees it at. */
export function targetAddress(target: Target, locale: Locale): string {
  switch (target.kind) {
    case 'path':
      return `/${locale}/paths/${target.path}`;
    case 'lesson':
      return `/${locale}/learn/${target.path}/${target.lesson}`;
    case 'assignment':
      return `/${locale}/assignments/${target.id}`;
  }
}
