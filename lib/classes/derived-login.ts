import { normalise, parseLogin } from '@/lib/auth/login';

/** `derivedLogin("Sinéad O'Connor") === 'sinéad.o.connor'`: what a learner without an address signs in with; a name that gives none is `learner`. */
export function derivedLogin(name: string): string {
  const base = [...normalise(name).replace(/[^\p{L}\p{N}\p{M}]+/gu, '.')]
    .slice(0, 40)
    .join('')
    .replace(/^[.\p{M}]+|\.+$/gu, '');
  return typeof parseLogin(base) === 'string' || base.includes('@') ? 'learner' : base;
}

/** The first of `ada`, `ada.2`, `ada.3` … that is free; it is taken from then on. */
export function freeLogin(base: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const login = number === 1 && base !== 'learner' ? base : `${base}.${number}`;
    if (taken.has(login)) continue;
    taken.add(login);
    return login;
  }
}
