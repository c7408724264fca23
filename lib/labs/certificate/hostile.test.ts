import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../byte-map';
import { fixtureEcKey } from '../crypto/fixture-keys';
import { derLimits } from '../der/decode';
import { integer, nullValue, octetString, sequence } from '../der/encode';
import { DerFault } from '../der/fault';
import { certificateMap } from './certificate-map';
import { fixtureNow, issueFixtureChain } from './fixture-chain';
import { isFor } from './match-name';
import { parseCertificate } from './parse-certificate';
import { pathLimits, pathsFrom } from './path';
import { parseRevocationList } from './revocation-list';
import { certificateSetupSchema } from './setup';
import { listsOf, madeOf, start } from './state';
import { verifyChain } from './verify-chain';

const { leaf, intermediates, root } = issueFixtureChain({ keys: fixtureEcKey, names: ['shop.example'] });
const asked = { trusted: [root], at: fixtureNow, name: 'shop.example' };

/** Certificates that were cut, or had some bytes changed, put in or taken out. */
const bent = fc
  .tuple(
    fc.constantFrom(leaf, root, ...intermediates),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.constantFrom('set', 'put', 'cut')), { maxLength: 6 }),
    fc.option(fc.nat()),
  )
  .map(([bytes, deeds, end]) => {
    const list = [...bytes];
    for (const [place, byte, deed] of deeds) {
      const at = place % list.length;
      if (deed === 'set') list[at] = byte;
      else if (deed === 'put') list.splice(at, 0, byte);
      else list.splice(at, 1);
    }
    return Uint8Array.from(end === null ? list : list.slice(0, end % (list.length + 1)));
  });

describe('bytes from a stranger', () => {
  it('are a certificate or a fault at one of their bytes, and nothing else is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 600 })), (bytes) => {
        for (const parse of [parseCertificate, parseRevocationList]) {
          try {
            parse(bytes);
          } catch (fault) {
            expect(fault).toBeInstanceOf(DerFault);
            if (fault instanceof DerFault) expect(fault.at).toBeLessThanOrEqual(bytes.length);
          }
        }
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 20_000 : 1_000 },
    );
  });

  it('are judged without throwing, and have a name for each byte', () => {
    fc.assert(
      fc.property(fc.array(bent, { maxLength: 4 }), (chain) => {
        verifyChain({ ...asked, chain, crls: chain });
        for (const bytes of chain) {
          const map = certificateMap(bytes);
          for (let at = 0; at < bytes.length; at += 7) expect(fieldsAt(map, at).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 2_000 : 60 },
    );
  });

  it('that are no chain at all are unreadable', () => {
    for (const chain of [[], [new Uint8Array(0)], [new Uint8Array(derLimits.bytes + 1)], [sequence(nullValue())]]) {
      expect(verifyChain({ ...asked, chain }).failure).toMatchObject({ check: 'format', reason: 'unreadable' });
    }
  });

  it('nested deep, numerous or with a number of a megabyte are refused by their size alone', () => {
    let deep: Uint8Array = nullValue();
    for (let depth = 0; depth < 500; depth += 1) deep = sequence(deep);
    for (const bomb of [deep, sequence(integer(2n ** 800_000n)), octetString(new Uint8Array(derLimits.bytes))]) {
      expect(() => parseCertificate(bomb)).toThrow(DerFault);
    }
  });
});

describe('a search for a path', () => {
  it('ends although thirty authorities of one name could each have issued the other', () => {
    const authority = { subject: 'Twin', issuer: 'twin-0', authority: true, key: 'p256-intermediate-a' } as const;
    const twins = Array.from({ length: 30 }, (_, at) => ({
      ...authority,
      id: `twin-${at}`,
      issuer: at === 0 ? undefined : 'twin-0',
    }));
    const setup = certificateSetupSchema.parse({
      certificates: [...twins, { id: 'leaf', subject: 'shop.example', issuer: 'twin-0', names: ['shop.example'] }],
    });
    const state = start(setup, 1);
    const all = setup.certificates.flatMap(({ id }) => madeOf(state, id)?.bytes ?? []).map(parseCertificate);
    const last = all.at(-1);
    if (!last) throw new Error('there is a leaf');
    expect(pathsFrom(last, all.slice(1, -1), []).length).toBeLessThanOrEqual(pathLimits.paths);
    expect(listsOf(state)).toEqual([]);
  });
});

describe('the last second of a validity', () => {
  it('still counts (RFC 5280 §4.1.2.5), the one after it does not', () => {
    const chain = issueFixtureChain({ keys: fixtureEcKey, names: ['shop.example'], notAfter: fixtureNow });
    const judge = (at: number) =>
      verifyChain({ ...asked, chain: [chain.leaf, ...chain.intermediates], trusted: [chain.root], at }).browser;
    expect(judge(fixtureNow)).toBeNull();
    expect(judge(fixtureNow + 1_000)).toBe('ERR_CERT_DATE_INVALID');
  });
});

it('does not take the common name for a name', () => {
  const setup = certificateSetupSchema.parse({ certificates: [{ id: 'old', subject: 'shop.example' }] });
  const bytes = madeOf(start(setup, 1), 'old')?.bytes ?? new Uint8Array(0);
  expect(isFor(parseCertificate(bytes), 'shop.example')).toBe(false);
  expect(verifyChain({ ...asked, chain: [bytes], trusted: [bytes] }).failure).toMatchObject({ reason: 'no-names' });
});
