/**
 * Where to go after signing in: a path of this site, or `otherwise`. Anything that a browser could take for another site
 * (`//evil`, `/\evil`, `https:…`, a tab inside) is not a path.
 */
export function safeCallback(wanted: string | null | undefined, otherwise: string): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise;
  const here = 'http://here.invalid';
  if (!URL.canParse(wanted, here)) return otherwise;
  const url = new URL(wanted, here);
  // After dots are resolved it must still be here and still not begin with two slashes (`/.//evil`).
  if (url.origin !== here || url.pathname.startsWith('//')) return otherwise;
  // The doors themselves are no places to be.
  if (url.pathname.startsWith('/api/')) return otherwise;
  return url.pathname + url.search + url.hash;
}
