import { numberOf } from '../crypto/big-number';
import { hashOf } from '../crypto/hash';
import { nullValue } from '../der/encode';
import { type DerFault, faultOr } from '../der/fault';
import { buildCertificate } from './build-certificate';
import type { Certificate } from './certificate';
import {
  buildCertificationRequest,
  type CertificationRequest,
  parseCertificationRequest,
} from './certification-request';
import { plainName } from './distinguished-name';
import { hostName } from './general-name';
import { parseCertificate } from './parse-certificate';
import { keyIdentifier } from './public-key';
import { keyNamed, type ListRecipe, type Recipe, type RequestRecipe, timeOf, validityOf } from './recipe';
import { buildRevocationList, parseRevocationList, type RevocationList } from './revocation-list';

/** What a recipe became: its bytes, and what they say or where they stop making sense. */
export type Made<T> = {
  readonly bytes: Uint8Array;
  readonly read: { readonly kind: 'read'; readonly value: T } | { readonly kind: 'fault'; readonly fault: DerFault };
};

/** An identifier under the arc for documentation (RFC 7299): nobody understands it. */
export const strangeObject = '1.3.6.1.4.1.32473.1';

// Signing takes milliseconds, and the same recipe always gives the same bytes: what was made is kept, for all labs of a page.
const made = new Map<string, Made<Certificate>>();
const madeLists = new Map<string, Made<RevocationList>>();
const madeRequests = new Map<string, Made<CertificationRequest>>();
const mostKept = 256;

function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known) return known;
  const fresh = make();
  if (store.size >= mostKept) for (const oldest of [...store.keys()].slice(0, mostKept / 2)) store.delete(oldest);
  store.set(key, fresh);
  return fresh;
}

/** The certificate of a recipe, signed by whoever stands in `all` as its issuer. */
export function issue(recipe: Recipe, all: readonly Recipe[]): Made<Certificate> {
  const issuer = all.find(({ id }) => id === recipe.issuer) ?? recipe;
  const { subject, organization, country, key } = issuer;
  return kept(made, JSON.stringify([recipe, subject, organization, country, key]), () => {
    const bytes = changed(signedBy(recipe, issuer), recipe.changed);
    return { bytes, read: faultOr(() => parseCertificate(bytes)) };
  });
}

function signedBy(recipe: Recipe, issuer: Recipe): Uint8Array<ArrayBuffer> {
  const [publicKey, issuerKey] = [keyNamed(recipe.key), keyNamed(issuer.key)];
  const usage = recipe.usage ?? (recipe.authority ? ['keyCertSign', 'cRLSign'] : ['digitalSignature']);
  const purposes = recipe.purposes ?? (recipe.authority ? [] : ['serverAuth']);
  const { permitted, excluded } = recipe;
  return buildCertificate(
    {
      serialNumber: serialOf(recipe),
      issuer: subjectOf(issuer),
      subject: subjectOf(recipe),
      ...validityOf(recipe),
      publicKey,
      basicConstraints: recipe.plain
        ? undefined
        : { cA: recipe.authority, pathLenConstraint: recipe.authority ? (recipe.pathLength ?? null) : null },
      keyUsage: usage.length > 0 ? usage : undefined,
      extKeyUsage: purposes.length > 0 ? purposes : undefined,
      subjectKeyIdentifier: keyIdentifier(publicKey),
      authorityKeyIdentifier: keyIdentifier(issuerKey),
      subjectAltName: recipe.names.length > 0 ? recipe.names.map(hostName) : undefined,
      crlUrl: recipe.crl,
      nameConstraints:
        permitted.length + excluded.length > 0
          ? { permitted: permitted.map(hostName), excluded: excluded.map(hostName) }
          : undefined,
      more: recipe.strange ? [{ oid: strangeObject, critical: true, value: nullValue() }] : undefined,
    },
    keyNamed(recipe.signer ?? issuer.key),
    recipe.digest,
  );
}

/** The request of a recipe, signed by whoever asks. */
export function makeRequest(recipe: RequestRecipe): Made<CertificationRequest> {
  return kept(madeRequests, JSON.stringify(recipe), () => {
    const { key, signer, names, authority, digest } = recipe;
    const fields = {
      subject: subjectOf(recipe),
      publicKey: keyNamed(key),
      basicConstraints: authority ? { cA: true, pathLenConstraint: null } : undefined,
      subjectAltName: names.length > 0 ? names.map(hostName) : undefined,
    };
    const bytes = changed(buildCertificationRequest(fields, keyNamed(signer ?? key), digest), recipe.changed);
    return { bytes, read: faultOr(() => parseCertificationRequest(bytes)) };
  });
}

export function subjectOf({ country, organization, subject }: Pick<Recipe, 'country' | 'organization' | 'subject'>) {
  return plainName({ country, organization, commonName: subject });
}

/** Eight octets from the id, where an author names no other: serial numbers shall not be guessed, and here they shall replay. */
export function serialOf({ id, serialNumber }: Recipe): bigint {
  if (serialNumber !== undefined) return BigInt(serialNumber);
  const octets = hashOf('sha256', new TextEncoder().encode(`serial ${id}`)).slice(0, 8);
  octets[0] = 0x40 | ((octets[0] ?? 0) & 0x3f);
  return numberOf(octets);
}

function changed(bytes: Uint8Array, changes: Recipe['changed']): Uint8Array {
  if (changes.length === 0) return bytes;
  const copy = bytes.slice();
  for (const { at, to } of changes) if (at < copy.length) copy[at] = to;
  return copy;
}

/** The list that an authority publishes; its number is that of its time. */
export function publish(list: ListRecipe, all: readonly Recipe[]): Made<RevocationList> | null {
  const issuer = all.find(({ id }) => id === list.issuer);
  if (!issuer) return null;
  const revoked = list.revoked.flatMap((id) => all.find((recipe) => recipe.id === id) ?? []);
  const key = JSON.stringify([list, subjectOf(issuer), issuer.key, revoked.map((recipe) => String(serialOf(recipe)))]);
  return kept(madeLists, key, () => {
    const issuerKey = keyNamed(issuer.key);
    const bytes = buildRevocationList(
      {
        issuer: subjectOf(issuer),
        number: BigInt(timeOf(list.thisUpdate) / 1000),
        thisUpdate: timeOf(list.thisUpdate),
        nextUpdate: timeOf(list.nextUpdate),
        revoked: revoked.map((recipe) => ({
          serialNumber: serialOf(recipe),
          revocationDate: timeOf(list.thisUpdate),
          reason: 'keyCompromise' as const,
        })),
        authorityKeyIdentifier: keyIdentifier(issuerKey),
      },
      keyNamed(list.signer ?? issuer.key),
      'sha256',
    );
    return { bytes, read: faultOr(() => parseRevocationList(bytes)) };
  });
}
