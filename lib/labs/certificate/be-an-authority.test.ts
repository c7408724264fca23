import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { certificateActionSchema } from './action';
import { certificateLab } from './certificate-lab';
import type { CertificateEvent } from './event';
import { certificateSetupSchema } from './setup';
import { madeOf, serverOf, verdictOn } from './state';
import { reasonsOf } from './verify-chain';
import { worlds } from './worlds';

function play(actions: readonly unknown[]) {
  const setup = certificateSetupSchema.parse(worlds.good);
  const replayed = run(
    certificateLab,
    { setup, seed: 1 },
    actions.map((action) => certificateActionSchema.parse(action)),
  );
  if (replayed.kind !== 'replayed') throw new Error(replayed.message);
  const events: CertificateEvent[] = replayed.events.flat();
  return { state: replayed.state, last: events.at(-1) };
}

const key = { kind: 'make-key', key: 'own-shop' };
const root = { kind: 'issue', id: 'my-root', subject: 'My Root', key: 'p256-learner-a', authority: true };
const request = {
  kind: 'request',
  id: 'my-request',
  subject: 'shop.example',
  key: 'own-shop',
  names: ['shop.example'],
};
const sign = { kind: 'sign-request', request: 'my-request', issuer: 'my-root', id: 'mine' };
const presented = { kind: 'present', chain: ['mine'] };

function reasonsAfter(actions: readonly unknown[]) {
  const { state } = play(actions);
  const server = serverOf(state);
  return server && reasonsOf(verdictOn(state, server));
}

describe('a request, and an authority of one’s own that signs it', () => {
  const made = [key, root, request, sign, presented];

  it('make a chain that is good where that authority is trusted, and nowhere else', () => {
    expect(reasonsAfter(made)).toEqual(['issuer-missing']);
    expect(reasonsAfter([...made, { kind: 'trust', certificate: 'my-root' }])).toEqual([]);
    expect(reasonsAfter([...made, { kind: 'present', chain: ['mine', 'my-root'] }])).toEqual(['untrusted-root']);
  });

  it('reach the goal of signing on a request; signing without one does not', () => {
    const goal = { kind: 'signed-on-request', name: 'shop.example' } as const;
    expect(certificateLab.isMet(goal, play(made).state)).toBe(true);
    const without = [
      key,
      root,
      { kind: 'issue', id: 'mine', issuer: 'my-root', key: 'own-shop', names: ['shop.example'] },
    ];
    expect(certificateLab.isMet(goal, play(without).state)).toBe(false);
    expect(certificateLab.landmark(play([key, request]).state)).toBe('requested');
  });

  it('put the key of the request into the certificate, and the same every time', () => {
    const bytes = (actions: readonly unknown[]) => madeOf(play(actions).state, 'mine')?.bytes;
    expect(bytes(made)).toEqual(bytes(made));
    expect(bytes(made)).not.toEqual(
      bytes([{ ...key, key: 'own-other' }, root, { ...request, key: 'own-other' }, sign]),
    );
  });
});

describe('an authority refuses', () => {
  it('a request that another key has signed, or of which a byte was changed', () => {
    const stolen = { ...request, key: 'p256-server-a', signer: 'own-shop' };
    expect(play([key, root, stolen]).last).toMatchObject({ kind: 'requested', possession: 'wrong' });
    expect(play([key, root, stolen, sign]).last).toEqual({
      kind: 'hindered',
      why: 'no-possession',
      what: 'my-request',
    });
    const changed = { kind: 'change-byte', certificate: 'my-request', at: 24, to: 65 };
    expect(play([key, root, request, changed, sign]).last).toMatchObject({ kind: 'hindered', why: 'no-possession' });
    const broken = { kind: 'change-byte', certificate: 'my-request', at: 1, to: 1 };
    expect(play([key, root, request, broken, sign]).last).toMatchObject({ why: 'request-unreadable' });
  });

  it('to make an authority of who only asks, unless it is told to', () => {
    const asked = [key, root, { ...request, authority: true }];
    const first = play([...asked, sign]);
    expect(first.last).toMatchObject({ kind: 'request-signed', refusedAuthority: true });
    expect(first.state.certificates.at(-1)?.authority).toBe(false);
    expect(play([...asked, { ...sign, authority: true }]).state.certificates.at(-1)?.authority).toBe(true);
    expect(play([key, root, request, { ...sign, authority: true }]).state.certificates.at(-1)?.authority).toBe(false);
  });

  it('what is not there, is there already, or is not the learner’s to do', () => {
    const why = (...actions: unknown[]) => play(actions).last;
    expect(why(request)).toMatchObject({ why: 'no-such-key', what: 'own-shop' });
    expect(why(key, key)).toMatchObject({ why: 'key-taken' });
    expect(why(key, request, request)).toMatchObject({ why: 'id-taken' });
    expect(why(key, { ...request, id: 'shop' })).toMatchObject({ why: 'id-taken' });
    expect(why(key, request, { ...root, id: 'my-request' })).toMatchObject({ why: 'id-taken' });
    expect(why(root, sign)).toMatchObject({ why: 'no-such-request' });
    expect(why(key, request, sign)).toMatchObject({ why: 'no-such-certificate' });
    expect(why(key, request, { ...sign, issuer: 'root' })).toMatchObject({ why: 'not-your-key' });
    expect(why(key, { ...request, digest: 'sha384' })).toMatchObject({ why: 'key-cannot-sign-so' });
  });
});
