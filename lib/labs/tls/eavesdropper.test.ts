import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import type { listenerMeans, TlsAction } from './action';
import { overhear } from './eavesdropper';
import { isMet } from './goals';
import { tlsSetupSchema } from './setup';
import type { TlsState } from './state';
import { tlsLab } from './tls-lab';

const setups = {
  'TLS 1.2 with RSA': {
    client: { versions: ['1.2'], suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] },
    server: { key: 'rsa' },
  },
  'TLS 1.2 with RSA and without the extended master secret': {
    client: { versions: ['1.2'], suites: ['TLS_RSA_WITH_AES_256_GCM_SHA384'], extendedMasterSecret: false },
    server: { key: 'rsa' },
  },
  'TLS 1.2 with ECDHE': { client: { versions: ['1.2'] }, server: { key: 'rsa' } },
  'TLS 1.2 with ChaCha20': {
    client: { versions: ['1.2'], suites: ['TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'] },
    server: { key: 'rsa' },
  },
  'TLS 1.3': { server: { key: 'rsa' } },
  'TLS 1.3 in small pieces': { server: { key: 'rsa' }, largestFragment: 100 },
} as const;

function talked(setup: object): TlsState {
  const actions: TlsAction[] = [{ kind: 'connect' }];
  for (let count = 0; count < 60; count += 1) actions.push({ kind: 'next' });
  actions.push(
    { kind: 'send', side: 'client' },
    { kind: 'next' },
    { kind: 'next' },
    { kind: 'send', side: 'server' },
    { kind: 'next' },
    { kind: 'next' },
  );
  const replay = run(tlsLab, { setup: tlsSetupSchema.parse(setup), seed: 3 }, actions);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  return replay.state;
}

const readsBoth = (state: TlsState, means: (typeof listenerMeans)[number]) => {
  const listening = { ...state, listener: means };
  return [
    isMet({ kind: 'decrypted', from: 'client' }, listening),
    isMet({ kind: 'decrypted', from: 'server' }, listening),
  ];
};

describe('a listener', () => {
  it.each(Object.entries(setups))('of %s reads no data with nothing, and all of it with the key log', (_, setup) => {
    const state = talked(setup);
    expect(readsBoth(state, 'nothing')).toEqual([false, false]);
    expect(readsBoth(state, 'key-log')).toEqual([true, true]);
    expect(overhear(state, 'key-log').some(({ reading }) => reading === 'closed')).toBe(false);
    const texts = overhear(state, 'key-log').map(({ text }) => Buffer.from(text ?? []).toString());
    expect(texts.join('')).toContain('GET /basket');
  });

  it.each(Object.entries(setups))(
    'of %s with the stolen RSA key reads it where RSA carried the secret, and only there',
    (name, setup) => {
      const opens = name.includes('with RSA');
      expect(readsBoth(talked(setup), 'rsa-key')).toEqual([opens, opens]);
    },
  );
});
