import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSecret, putBackSecret } from '@/lib/cli/kept-secret';
import { readEnv } from '@/lib/env';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-secret-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const chosen = 'chosen by whoever runs the place, and kept by them';

test('a secret the installation made goes into a backup and comes back, readable by its owner only', () => {
  const old = readEnv({ DATA_DIR: join(folder, 'old') });
  const secret = keptSecret(old);
  expect(secret).toBe(old.SECRET);
  putBackSecret(readEnv({ DATA_DIR: join(folder, 'new') }), secret);
  expect(readEnv({ DATA_DIR: join(folder, 'new') }).SECRET).toBe(old.SECRET);
  expect(statSync(join(folder, 'new', 'secret')).mode & 0o777).toBe(0o600);
});

test('a secret the operator chose neither goes into a backup nor is replaced by one', () => {
  readEnv({ DATA_DIR: folder });
  const made = readFileSync(join(folder, 'secret'), 'utf8');
  const env = readEnv({ DATA_DIR: folder, SECRET: chosen });
  expect(keptSecret(env)).toBeUndefined();
  putBackSecret(env, 'one from a backup that is long enough');
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(made);
});
