import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvFault, readEnv } from '@/lib/env';

const folder = () => mkdtempSync(join(tmpdir(), 'handrail-env-'));

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvFault) return error.faults;
    throw error;
  }
  return [];
}

describe('readEnv', () => {
  it('needs nothing, and makes a secret once, for its owner alone', () => {
    const DATA_DIR = folder();
    const env = readEnv({ DATA_DIR });
    expect(env).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', TRUST_PROXY: false, CONTENT_DIRS: [] });
    expect(env.SECRET.length).toBeGreaterThanOrEqual(32);
    expect(readEnv({ DATA_DIR }).SECRET).toBe(env.SECRET);
    expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('lists all faults at once, each with what it should be, and makes nothing', () => {
    const DATA_DIR = folder();
    const faults = faultsOf({
      DATA_DIR,
      PORT: '70000',
      PUBLIC_URL: 'learn.example.org',
      LOG_LEVEL: 'loud',
      SMTP_URL: 'x',
      TRUST_PROXY: 'maybe',
    });
    expect(faults.join('\n')).toMatch(
      /PORT is "70000"; it should be a port number[\s\S]*PUBLIC_URL[\s\S]*should be an address/,
    );
    expect(faults).toHaveLength(5);
    expect(() => statSync(join(DATA_DIR, 'secret'))).toThrow();
  });

  it('requires a secret with a database of one’s own, and never repeats one that is wrong', () => {
    const DATABASE_URL = 'postgresql://ada:pw@db/handrail';
    expect(faultsOf({ DATABASE_URL })).toEqual([expect.stringContaining('SECRET is required with DATABASE_URL')]);
    const faults = faultsOf({ DATABASE_URL: 'mysql://ada:hidden-pw@db', SECRET: 'short-secret' }).join('\n');
    expect(faults).toContain('DATABASE_URL');
    expect(faults).toContain('at least 32 characters');
    expect(faults).not.toMatch(/hidden-pw|short-secret/);
  });

  it('reads a setting from the file that *_FILE names', () => {
    const file = join(folder(), 'database');
    writeFileSync(file, 'postgresql://db/handrail\n');
    const env = readEnv({ DATABASE_URL_FILE: file, SECRET: 'x'.repeat(40) });
    expect(env.DATABASE_URL).toBe(readFileSync(file, 'utf8').trim());
    expect(faultsOf({ SECRET_FILE: '/does/not/exist', DATABASE_URL: 'postgresql://db/x' })[0]).toContain(
      'SECRET_FILE names /does/not/exist',
    );
  });

  it('takes the origin of PUBLIC_URL, and an empty setting as not set', () => {
    const env = readEnv({ DATA_DIR: folder(), PUBLIC_URL: 'https://learn.example.org/', PORT: '', SMTP_URL: ' ' });
    expect(env.PUBLIC_URL).toBe('https://learn.example.org');
    expect(env.PORT).toBe(3000);
    expect(env.SMTP_URL).toBeUndefined();
  });

  it('wants settings that belong together, together', () => {
    expect(faultsOf({ DATA_DIR: folder(), GITHUB_ID: 'x' })).toEqual([
      expect.stringContaining('missing: GITHUB_SECRET'),
    ]);
  });
});
