import * as z from 'zod/mini';
import { ecKeyNames, fixtureEcKey, type PrivateKey } from '../crypto/fixture-keys';
import { fixtureRsaKey, rsaKeyNames } from '../crypto/fixture-rsa-keys';
import { hashNames } from '../crypto/hash';
import { madeEcKey } from '../crypto/made-key';
import { purposes } from './build-certificate';
import { keyUsages } from './extension';
import { fixtureNow } from './fixture-chain';

/** By kind and name: `p256-server-a`, `rsa-root-b`. */
export type KeyName = string;

const keysByName = new Map<KeyName, () => PrivateKey>();
for (const name of ecKeyNames) keysByName.set(`p256-${name}`, () => fixtureEcKey(name));
for (const name of rsaKeyNames) keysByName.set(`rsa-${name}`, () => fixtureRsaKey(name));

/** A learner's own key, by the name it was given: `own-shop`. */
const ownKey = /^own-[a-z0-9]+(-[a-z0-9]+)*$/;
const mostOwnKeys = 64;
const ownKeys = new Map<KeyName, PrivateKey>();

export function isOwnKey(name: KeyName): boolean {
  return ownKey.test(name) && name.length <= 40;
}

function ownKeyNamed(name: KeyName): PrivateKey {
  const known = ownKeys.get(name) ?? madeEcKey(name);
  if (ownKeys.size >= mostOwnKeys) ownKeys.clear();
  ownKeys.set(name, known);
  return known;
}

export function keyNamed(name: KeyName): PrivateKey {
  const key = isOwnKey(name) ? ownKeyNamed(name) : keysByName.get(name)?.();
  if (!key) throw new RangeError(`no key called ${name}`);
  return key;
}

/** Seconds count, parts of them do not: `2026-11-23T12:00:00Z`, or a day alone, at its beginning. */
export const timeSchema = z.string().check(
  z.regex(/^(19[5-9]\d|[2-9]\d{3})-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/),
  z.refine((text) => Number.isFinite(Date.parse(text))),
);

/** Milliseconds since 1970 in UTC. */
export function timeOf(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
}

/** `2026-11-23T12:00:00Z`. */
export function timeTextOf(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export const idSchema = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40));
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

/** What is typed into an address bar: a host's name in small letters, or an address. */
export const hostSchema = z
  .string()
  .check(z.regex(new RegExp(`^(${label}(\\.${label})*|[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7})$`)), z.maxLength(120));

/** The same in a certificate, which may stand for a whole level: `*.shop.example`. */
const nameSchema = z.string().check(z.regex(/^[A-Za-z0-9.*:_-]+$/), z.maxLength(120));
const words = z.string().check(z.minLength(1), z.maxLength(64));
const names = z.array(nameSchema).check(z.maxLength(20));
export const keySchema = z.string().check(z.refine((name) => keysByName.has(name) || isOwnKey(name)));

/** What one asks of a certificate, in an author's words; what is left out is what a good one has. */
export const recipeShape = {
  id: idSchema,
  /** The common name; none when left out. */
  subject: z.optional(words),
  organization: z.optional(words),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  /** The id of the certificate whose owner signs; it signs itself when left out. */
  issuer: z.optional(idSchema),
  key: z._default(keySchema, 'p256-server-a'),
  notBefore: z.optional(timeSchema),
  notAfter: z.optional(timeSchema),
  names: z._default(names, []),
  authority: z._default(z.boolean(), false),
  pathLength: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  /** An empty list leaves the extension out. */
  usage: z.optional(z.array(z.enum(keyUsages)).check(z.maxLength(9))),
  purposes: z.optional(z.array(z.enum(purposes)).check(z.maxLength(5))),
  digest: z._default(z.enum(hashNames), 'sha256'),
  /** Name constraints: what an authority may speak for. */
  permitted: z._default(names, []),
  excluded: z._default(names, []),
  /** Where the list of the revoked is said to be. */
  crl: z.optional(z.string().check(z.regex(/^https?:\/\/[\x21-\x7e]+$/), z.maxLength(200))),
} as const;

/** One byte that was changed after the certificate was signed. */
export const changeSchema = z.strictObject({
  at: z.int().check(z.minimum(0), z.maximum(4_095)),
  to: z.int().check(z.minimum(0), z.maximum(255)),
});

export const recipeSchema = z.strictObject({
  ...recipeShape,
  serialNumber: z.optional(z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER))),
  /** Who really signed: a forger has the issuer's name and a key of his own. */
  signer: z.optional(keySchema),
  /** A critical extension that nobody knows. */
  strange: z._default(z.boolean(), false),
  /** Without basicConstraints, where another would have it. */
  plain: z._default(z.boolean(), false),
  /** Bytes changed after signing. */
  changed: z._default(z.array(changeSchema).check(z.maxLength(64)), []),
  /** Whether the learner has its key, and so can sign with it. */
  held: z._default(z.boolean(), false),
  /** The id of the request it was issued on. */
  request: z.optional(idSchema),
});
export type Recipe = z.output<typeof recipeSchema>;

/** What one asks of a request for a certificate (RFC 2986), in an author's words. */
export const requestShape = {
  id: idSchema,
  subject: recipeShape.subject,
  organization: recipeShape.organization,
  country: recipeShape.country,
  /** The public key that the certificate shall be for. */
  key: keySchema,
  /** With which key it is signed, where that is not the same: then nothing shows that who asks has the other one. */
  signer: z.optional(keySchema),
  names: z._default(names, []),
  /** Whether it asks to be an authority. */
  authority: z._default(z.boolean(), false),
  digest: recipeShape.digest,
} as const;

export const requestSchema = z.strictObject({
  ...requestShape,
  /** Bytes changed after signing. */
  changed: z._default(z.array(changeSchema).check(z.maxLength(64)), []),
});
export type RequestRecipe = z.output<typeof requestSchema>;

/** The list of the revoked that an authority publishes. */
export const listSchema = z.strictObject({
  issuer: idSchema,
  revoked: z._default(z.array(idSchema).check(z.maxLength(100)), []),
  thisUpdate: z._default(timeSchema, '2026-11-20'),
  nextUpdate: z._default(timeSchema, '2026-12-20'),
  signer: z.optional(keySchema),
});
export type ListRecipe = z.output<typeof listSchema>;

/** When a certificate is valid that says nothing of it: an authority from 2021 to 2041, a server for 90 days around the lab's now. */
export function validityOf({ authority, notBefore, notAfter }: Recipe): { notBefore: number; notAfter: number } {
  const day = 86_400_000;
  return {
    notBefore: notBefore ? timeOf(notBefore) : authority ? Date.UTC(2021, 0, 1) : fixtureNow - 30.5 * day,
    notAfter: notAfter ? timeOf(notAfter) : authority ? Date.UTC(2041, 0, 1) : fixtureNow + 59.5 * day,
  };
}
