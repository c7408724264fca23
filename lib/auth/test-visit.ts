import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import type { CookieToSet } from '@/lib/auth/cookie';
import type { Visit } from '@/lib/auth/visit';

// Settings of their own, so that a test reads no file of this installation and writes none.
const folder = mkdtempSync(join(tmpdir(), 'handrail-auth-'));
vi.stubEnv('DATA_DIR', folder);
vi.stubEnv('SECRET', 'a secret for tests, long enough to be one');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A browser that keeps what it is given, for tests. */
export class TestBrowser {
  readonly #jar = new Map<string, string>();

  constructor(readonly address = '192.0.2.7') {}

  get visit(): Visit {
    const cookieHeader = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      cookieHeader: cookieHeader || undefined,
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      address: this.address,
    };
  }

  keep(cookies: readonly CookieToSet[]): void {
    for (const { name, value, maxAge } of cookies) {
      if (maxAge === 0) this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
  }

  keepHeader(setCookie: string | null): void {
    const [name, value] = setCookie?.split(';')[0]?.split(/=(.*)/s) ?? [];
    if (name && value) this.#jar.set(name, value);
  }
}
