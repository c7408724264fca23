import * as z from 'zod/mini';
import {
  hostSchema,
  idSchema,
  keyNamed,
  listSchema,
  type Recipe,
  type RequestRecipe,
  recipeSchema,
  requestSchema,
  timeSchema,
} from './recipe';

/** Someone on the net that one can visit: the name that leads there, and the chain that is presented. */
const serverSchema = z.strictObject({
  id: idSchema,
  name: hostSchema,
  /** Ids of certificates, its own first. */
  presents: z.array(idSchema).check(z.minLength(1), z.maxLength(10)),
  /** When it is visited, where that is not the lab's own time. */
  at: z.optional(timeSchema),
});

const worldSchema = z.strictObject({
  /** The clock. */
  at: z._default(timeSchema, '2026-11-23T12:00:00Z'),
  certificates: z._default(z.array(recipeSchema).check(z.maxLength(60)), []),
  /** Requests that wait for an authority. No default: setups of old have not changed by it. */
  requests: z.optional(z.array(requestSchema).check(z.maxLength(20))),
  /** Ids of certificates that this machine trusts for themselves. */
  trusted: z._default(z.array(idSchema).check(z.maxLength(30)), []),
  lists: z._default(z.array(listSchema).check(z.maxLength(20)), []),
  servers: z._default(z.array(serverSchema).check(z.maxLength(20)), []),
  /** Whether someone about whom no list says anything is let through. */
  revocation: z._default(z.enum(['if-known', 'required']), 'if-known'),
  /** `asked`: a check shows what it says when it is run, and the verdict when one has judged. `all`: everything at once. */
  shows: z._default(z.enum(['asked', 'all']), 'asked'),
});
type World = z.output<typeof worldSchema>;

/** Every id leads somewhere, nobody is named twice, and an issuer stands before whom it signed: so no one signs in a circle. */
function isConnected({ certificates, requests = [], trusted, lists, servers }: World): boolean {
  const ids = certificates.map(({ id }) => id);
  const known = (id: string) => ids.includes(id);
  return (
    new Set([...ids, ...requests.map(({ id }) => id)]).size === ids.length + requests.length &&
    requests.every(canBeAsked) &&
    new Set(servers.map(({ id }) => id)).size === servers.length &&
    certificates.every(({ issuer }, at) => issuer === undefined || ids.slice(0, at).includes(issuer)) &&
    certificates.every((recipe) => canBeSigned(recipe, certificates)) &&
    trusted.every(known) &&
    lists.every(({ issuer, revoked }) => known(issuer) && revoked.every(known)) &&
    servers.every(({ presents }) => presents.every(known))
  );
}

/** ECDSA here is over SHA-256 alone, and a 1024-bit key has no room for more than it either. */
export function canBeSigned(recipe: Recipe, certificates: readonly Recipe[]): boolean {
  const issuer = certificates.find(({ id }) => id === recipe.issuer) ?? recipe;
  return recipe.digest === 'sha256' || keyNamed(recipe.signer ?? issuer.key).kind === 'rsa';
}

/** The same of a request, which its own key signs. */
export function canBeAsked({ digest, key, signer }: RequestRecipe): boolean {
  return digest === 'sha256' || keyNamed(signer ?? key).kind === 'rsa';
}

/** A world of certificates: who was certified by whom, whom this machine trusts, who presents what. */
export const certificateSetupSchema = worldSchema.check(
  z.refine(isConnected, 'an id that no earlier certificate has, one given twice, or a digest that the key cannot sign'),
);
export type CertificateSetup = z.output<typeof certificateSetupSchema>;
export type Server = CertificateSetup['servers'][number];
