import { describe, expect, it } from 'vitest';
import { loggable } from '@/lib/server/log';

describe('loggable', () => {
  it('writes down the page, and no token or id', () => {
    expect(loggable('/en/learn/tcp-tls/three-way-four-way')).toBe('/en/learn/tcp-tls/three-way-four-way');
    expect(loggable('/en/reset/V1StGXR8_Z5jdHi6B-myT')).toBe('/en/reset/…');
    expect(loggable('/en/attempts/0b0e6f7e-6a58-4a3f-9d51-1c1f6f3b2f10')).toBe('/en/attempts/…');
    expect(loggable(`/${'x'.repeat(5000)}`).length).toBeLessThan(70);
  });
});
