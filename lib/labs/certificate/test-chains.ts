import type * as z from 'zod/mini';
import type { ReasonCode } from './check';
import type { listSchema, recipeSchema } from './recipe';
import { type CertificateSetup, certificateSetupSchema } from './setup';

type Recipe = z.input<typeof recipeSchema>;
type List = z.input<typeof listSchema>;

/** One chain to be judged, by us and by OpenSSL: what differs from a good one, and the reasons we expect. */
export type TestChain = {
  readonly name: string;
  readonly setup: CertificateSetup;
  readonly reasons: readonly ReasonCode[];
  /** Further arguments of `openssl verify`. */
  readonly options: readonly string[];
};

const shop = 'shop.example';
const root: Recipe = { id: 'root', subject: 'Test Root', key: 'p256-root-a', authority: true };
const ca: Recipe = { id: 'ca', subject: 'Test Authority', key: 'p256-intermediate-a', authority: true, issuer: 'root' };
const leaf: Recipe = { id: 'leaf', subject: shop, key: 'p256-server-a', issuer: 'ca', names: [shop] };
const rsaRoot: Recipe = { ...root, key: 'rsa-root-a' };
const rsaCa: Recipe = { ...ca, key: 'rsa-intermediate-a' };
const rsaLeaf: Recipe = { ...leaf, key: 'rsa-server-a' };

type Odd = {
  certificates?: Recipe[];
  presents?: string[];
  trusted?: string[];
  host?: string;
  at?: string;
  lists?: List[];
  revocation?: 'required';
  options?: string[];
};

function chain(name: string, reasons: readonly ReasonCode[], odd: Odd = {}): TestChain {
  const setup = certificateSetupSchema.parse({
    at: odd.at ?? '2026-11-23T12:00:00Z',
    certificates: odd.certificates ?? [root, ca, leaf],
    trusted: odd.trusted ?? ['root'],
    lists: odd.lists ?? [],
    servers: [{ id: 'server', name: odd.host ?? shop, presents: odd.presents ?? ['leaf', 'ca'] }],
    revocation: odd.revocation ?? 'if-known',
  });
  return { name, setup, reasons, options: odd.options ?? [] };
}

const wild: Recipe = { ...leaf, names: ['*.shop.example'] };
const lists: List[] = [{ issuer: 'root' }, { issuer: 'ca' }];

export const testChains: readonly TestChain[] = [
  chain('good, P-256', []),
  chain('good, RSA', [], { certificates: [rsaRoot, rsaCa, rsaLeaf] }),
  chain('good, RSA over P-256', [], { certificates: [root, ca, { ...rsaLeaf }] }),
  chain('good, SHA-384 and SHA-512 with RSA', [], {
    certificates: [rsaRoot, { ...rsaCa, digest: 'sha512' }, { ...rsaLeaf, digest: 'sha384' }],
  }),
  chain('good, straight from the root', [], { certificates: [root, { ...leaf, issuer: 'root' }], presents: ['leaf'] }),
  chain('good, the root is sent along', [], { presents: ['leaf', 'ca', 'root'] }),
  chain('good, others in the wrong order and one that is not needed', [], {
    certificates: [root, ca, { ...ca, id: 'other', subject: 'Other', key: 'p256-intermediate-b' }, leaf],
    presents: ['leaf', 'other', 'root', 'ca'],
  }),
  chain('good, two authorities between', [], {
    certificates: [
      root,
      ca,
      { ...ca, id: 'low', subject: 'Low', issuer: 'ca', key: 'p256-intermediate-b' },
      { ...leaf, issuer: 'low' },
    ],
    presents: ['leaf', 'low', 'ca'],
  }),
  chain('good, cross-signed: one root is trusted, the other is not', [], {
    certificates: [
      root,
      { ...root, id: 'old', subject: 'Old Root', key: 'p256-root-b' },
      { ...ca, id: 'cross', issuer: 'old' },
      ca,
      leaf,
    ],
    presents: ['leaf', 'ca', 'cross'],
  }),
  chain('good, a root whose key was replaced is told apart by its key', [], {
    certificates: [{ ...root, id: 'before', key: 'p256-root-b' }, root, ca, leaf],
    trusted: ['before', 'root'],
  }),
  chain('good, the first second of the validity', [], {
    certificates: [root, ca, { ...leaf, notBefore: '2026-11-23T12:00:00Z' }],
  }),
  chain('good, one more second to go', [], {
    certificates: [root, ca, { ...leaf, notAfter: '2026-11-23T12:00:01Z' }],
  }),
  chain('good, self-signed and trusted by hand', [], {
    certificates: [{ ...leaf, issuer: undefined }],
    presents: ['leaf'],
    trusted: ['leaf'],
  }),
  chain('expired by one second', ['expired'], {
    certificates: [root, ca, { ...leaf, notAfter: '2026-11-23T11:59:59Z' }],
  }),
  chain('expired last year', ['expired'], {
    certificates: [root, ca, { ...leaf, notBefore: '2025-01-01', notAfter: '2025-12-01' }],
  }),
  chain('not valid before tomorrow', ['not-yet-valid'], {
    certificates: [root, ca, { ...leaf, notBefore: '2026-11-24' }],
  }),
  chain('the authority has expired', ['expired'], { certificates: [root, { ...ca, notAfter: '2026-01-01' }, leaf] }),
  chain('the root has expired', ['expired'], { certificates: [{ ...root, notAfter: '2026-06-01' }, ca, leaf] }),
  chain('the clock stands in 2060', ['expired'], { at: '2060-01-01T00:00:00Z' }),
  chain('valid until 9999, in a GeneralizedTime', [], {
    certificates: [{ ...root, notAfter: '9999-12-31' }, ca, leaf],
  }),
  chain('another name', ['name-mismatch'], { host: 'bank.example' }),
  chain('the name is longer by a label', ['name-mismatch'], { host: 'www.shop.example' }),
  chain('a wildcard, one label', [], { certificates: [root, ca, wild], host: 'www.shop.example' }),
  chain('a wildcard does not stand for no label', ['name-mismatch'], { certificates: [root, ca, wild] }),
  chain('a wildcard does not stand for two labels', ['name-mismatch'], {
    certificates: [root, ca, wild],
    host: 'a.b.shop.example',
  }),
  chain('a wildcard for all of a top-level domain', ['name-mismatch'], {
    certificates: [root, ca, { ...leaf, names: ['*.example'] }],
  }),
  chain('capital letters in the certificate', [], { certificates: [root, ca, { ...leaf, names: ['SHOP.Example'] }] }),
  chain('one of several names', [], { certificates: [root, ca, { ...leaf, names: ['a.example', shop, 'b.example'] }] }),
  chain('an address', [], { certificates: [root, ca, { ...leaf, names: ['192.0.2.7'] }], host: '192.0.2.7' }),
  chain('another address', ['name-mismatch'], {
    certificates: [root, ca, { ...leaf, names: ['192.0.2.8'] }],
    host: '192.0.2.7',
  }),
  chain('an IPv6 address, written short', [], {
    certificates: [root, ca, { ...leaf, names: ['2001:db8:0:0:0:0:0:7'] }],
    host: '2001:db8::7',
  }),
  chain('an unknown root', ['untrusted-root'], { trusted: [], presents: ['leaf', 'ca', 'root'] }),
  chain('self-signed', ['self-signed'], {
    certificates: [{ ...leaf, issuer: undefined }],
    presents: ['leaf'],
    trusted: [],
  }),
  chain('the authority is not sent', ['issuer-missing'], { presents: ['leaf'] }),
  chain('an authority of another name is sent', ['issuer-missing'], {
    certificates: [root, ca, { ...ca, id: 'other', subject: 'Other', key: 'p256-intermediate-b' }, leaf],
    presents: ['leaf', 'other'],
  }),
  chain('an authority of the same name, with another key', ['issuer-missing'], {
    certificates: [root, ca, { ...ca, id: 'twin', key: 'p256-intermediate-b' }, leaf],
    presents: ['leaf', 'twin'],
  }),
  chain('forged: signed by someone with another key', ['signature-wrong'], {
    certificates: [root, ca, { ...leaf, signer: 'p256-mallory-a' }],
  }),
  chain('forged by RSA', ['signature-wrong'], {
    certificates: [rsaRoot, rsaCa, { ...rsaLeaf, signer: 'rsa-server-b' }],
  }),
  chain('the authority is forged', ['signature-wrong'], {
    certificates: [root, { ...ca, signer: 'p256-mallory-a' }, leaf],
  }),
  chain('signed by a server that is no authority', ['not-a-ca', 'may-not-sign-certificates'], {
    certificates: [
      root,
      ca,
      leaf,
      { ...leaf, id: 'below', subject: 'bank.example', issuer: 'leaf', key: 'p256-mallory-a' },
    ],
    presents: ['below', 'leaf', 'ca'],
  }),
  chain('an authority without basicConstraints', ['not-a-ca'], { certificates: [root, { ...ca, plain: true }, leaf] }),
  chain('an authority that says it is none', ['not-a-ca'], {
    certificates: [
      root,
      { ...ca, authority: false, notBefore: '2024-01-01', usage: ['keyCertSign'], purposes: [] },
      leaf,
    ],
  }),
  chain('an authority that may not sign certificates', ['may-not-sign-certificates'], {
    certificates: [root, { ...ca, usage: ['cRLSign'] }, leaf],
  }),
  chain('for clients, not for servers', ['not-for-servers'], {
    certificates: [root, ca, { ...leaf, purposes: ['clientAuth'] }],
  }),
  chain('an authority for e-mail alone', ['not-for-servers'], {
    certificates: [root, { ...ca, purposes: ['emailProtection'] }, leaf],
  }),
  chain('for no purpose in particular', [], { certificates: [root, ca, { ...leaf, purposes: [] }] }),
  chain('a path longer than its root allows', ['path-too-long'], {
    certificates: [{ ...root, pathLength: 0 }, ca, leaf],
  }),
  chain('a path as long as its root allows', [], {
    certificates: [{ ...root, pathLength: 1 }, { ...ca, pathLength: 0 }, leaf],
  }),
  chain('a critical extension that nobody knows', ['unknown-critical'], {
    certificates: [root, ca, { ...leaf, strange: true }],
  }),
  chain('the same in the authority', ['unknown-critical'], { certificates: [root, { ...ca, strange: true }, leaf] }),
  chain('signed over SHA-1', ['weak-digest'], { certificates: [rsaRoot, rsaCa, { ...rsaLeaf, digest: 'sha1' }] }),
  chain('an authority signed over SHA-1', ['weak-digest'], {
    certificates: [rsaRoot, { ...rsaCa, digest: 'sha1' }, rsaLeaf],
  }),
  chain('a root signed over SHA-1, which does not matter', [], {
    certificates: [{ ...rsaRoot, digest: 'sha1' }, rsaCa, rsaLeaf],
  }),
  chain('an RSA key of 1024 bits', ['weak-key'], { certificates: [root, ca, { ...leaf, key: 'rsa-server-weak' }] }),
  chain('an authority with an RSA key of 1024 bits', ['weak-key'], {
    certificates: [root, { ...ca, key: 'rsa-server-weak' }, leaf],
  }),
  chain('a name within what its authority may speak for', [], {
    certificates: [root, { ...ca, permitted: ['example'] }, leaf],
  }),
  chain('a name beyond what its authority may speak for', ['name-not-permitted'], {
    certificates: [root, { ...ca, permitted: ['bank.example'] }, leaf],
  }),
  chain('a name its authority may not speak for', ['name-excluded'], {
    certificates: [root, { ...ca, excluded: ['example'] }, leaf],
  }),
  chain('not revoked', [], { lists, revocation: 'required' }),
  chain('revoked', ['revoked'], {
    lists: [{ issuer: 'root' }, { issuer: 'ca', revoked: ['leaf'] }],
    revocation: 'required',
  }),
  chain('revoked, though one need not ask', ['revoked'], {
    lists: [{ issuer: 'root' }, { issuer: 'ca', revoked: ['leaf'] }],
  }),
  chain('the authority is revoked', ['revoked'], {
    lists: [{ issuer: 'root', revoked: ['ca'] }, { issuer: 'ca' }],
    revocation: 'required',
  }),
  chain('no list, and one is required', ['crl-missing'], { lists: [{ issuer: 'root' }], revocation: 'required' }),
  chain('an old list, and one is required', ['crl-outdated'], {
    lists: [{ issuer: 'root' }, { issuer: 'ca', thisUpdate: '2026-09-01', nextUpdate: '2026-10-01' }],
    revocation: 'required',
  }),
  chain('a list of someone else, and one is required', ['crl-not-trusted'], {
    lists: [{ issuer: 'root' }, { issuer: 'ca', signer: 'p256-mallory-a' }],
    revocation: 'required',
  }),
  chain('expired, with another name and an unknown root', ['untrusted-root', 'expired', 'name-mismatch'], {
    certificates: [root, ca, { ...leaf, notAfter: '2026-11-01' }],
    trusted: [],
    presents: ['leaf', 'ca', 'root'],
    host: 'bank.example',
  }),
];
