import type { Transition } from '../lab';
import type { CertificateAction } from './action';
import { verifyPossession } from './certification-request';
import type { CertificateEvent, Hindrance } from './event';
import { isOwnKey, type Recipe, recipeSchema, requestSchema } from './recipe';
import { canBeAsked, canBeSigned } from './setup';
import { type CertificateState, madeOf, madeRequestOf, recipeOf, requestOf } from './state';

type Step = Transition<CertificateState, CertificateEvent>;
type ActionOf<Kind extends CertificateAction['kind']> = Extract<CertificateAction, { kind: Kind }>;

const signing = 300;
const mostCertificates = 100;
const mostRequests = 50;
const mostKeys = 20;

function did(state: CertificateState, event: CertificateEvent): Step {
  return { state: { ...state, deeds: state.deeds + 1 }, events: [event], cost: signing };
}

function hindered(state: CertificateState, why: Hindrance, what = ''): Step {
  return { state, events: [{ kind: 'hindered', why, what }], cost: 1 };
}

/** One name leads to one thing: certificates and requests share them. */
function isTaken(state: CertificateState, id: string): boolean {
  return recipeOf(state, id) !== undefined || requestOf(state, id) !== undefined;
}

export function makeKey(state: CertificateState, { key }: ActionOf<'make-key'>): Step {
  if (state.keys.includes(key)) return hindered(state, 'key-taken', key);
  if (state.keys.length >= mostKeys) return hindered(state, 'too-many-keys');
  return did({ ...state, keys: [...state.keys, key] }, { kind: 'key-made', key });
}

/** A key of one's own has to be made before it is used; all others are there. */
function missingKey(state: CertificateState, keys: readonly (string | undefined)[]): string | undefined {
  return keys.find((key) => key !== undefined && isOwnKey(key) && !state.keys.includes(key));
}

export function issueOne(state: CertificateState, action: ActionOf<'issue'>): Step {
  const { kind: _, ...asked } = action;
  return sign(state, recipeSchema.parse({ ...asked, held: true }), (certificate, bytes, issuer) => ({
    kind: 'issued',
    certificate,
    issuer,
    bytes,
  }));
}

export function request(state: CertificateState, action: ActionOf<'request'>): Step {
  const { kind: _, ...asked } = action;
  const recipe = requestSchema.parse(asked);
  if (isTaken(state, recipe.id)) return hindered(state, 'id-taken', recipe.id);
  if (state.requests.length >= mostRequests) return hindered(state, 'too-many');
  const missing = missingKey(state, [recipe.key, recipe.signer]);
  if (missing !== undefined) return hindered(state, 'no-such-key', missing);
  if (!canBeAsked(recipe)) return hindered(state, 'key-cannot-sign-so', recipe.digest);
  const next = { ...state, requests: [...state.requests, recipe] };
  const made = madeRequestOf(next, recipe.id);
  return did(next, {
    kind: 'requested',
    request: recipe.id,
    key: recipe.key,
    bytes: made?.bytes.length ?? 0,
    possession: made?.read.kind === 'read' ? verifyPossession(made.read.value) : 'wrong',
  });
}

/** What an authority does with a request: no certificate unless it reads it and its signature holds. */
export function signRequest(state: CertificateState, action: ActionOf<'sign-request'>): Step {
  const asked = requestOf(state, action.request);
  const made = madeRequestOf(state, action.request);
  if (!asked || !made) return hindered(state, 'no-such-request', action.request);
  if (made.read.kind === 'fault') return hindered(state, 'request-unreadable', String(made.read.fault.at));
  if (verifyPossession(made.read.value) !== 'right') return hindered(state, 'no-possession', action.request);
  // The signature holds, so these bytes say what they were made to say: subject, names and key are those of the request, the rest
  // is the authority's to decide.
  const { subject, organization, country, key, names } = asked;
  const { id, issuer, notBefore, notAfter, digest } = action;
  const authority = asked.authority && action.authority;
  const recipe = recipeSchema.parse({
    ...{ id, issuer, notBefore, notAfter, digest, authority },
    ...{ subject, organization, country, key, names },
    // Who has the key that was asked for can sign with what it becomes.
    held: isOwnKey(key) || key.includes('learner'),
    request: asked.id,
  });
  return sign(state, recipe, (certificate, bytes) => ({
    kind: 'request-signed',
    request: asked.id,
    certificate,
    issuer,
    bytes,
    names,
    refusedAuthority: asked.authority && !authority,
  }));
}

function sign(
  state: CertificateState,
  recipe: Recipe,
  tell: (certificate: string, bytes: number, issuer: string | null) => CertificateEvent,
): Step {
  if (isTaken(state, recipe.id)) return hindered(state, 'id-taken', recipe.id);
  if (state.certificates.length >= mostCertificates) return hindered(state, 'too-many');
  const missing = missingKey(state, [recipe.key]);
  if (missing !== undefined) return hindered(state, 'no-such-key', missing);
  const issuer = recipe.issuer === undefined ? recipe : recipeOf(state, recipe.issuer);
  if (!issuer) return hindered(state, 'no-such-certificate', recipe.issuer);
  if (!issuer.held) return hindered(state, 'not-your-key', issuer.id);
  const certificates = [...state.certificates, recipe];
  // Two fields of one certificate that leave no time to be valid in are a mistake of the learner's, and make a certificate all the same.
  if (!canBeSigned(recipe, certificates)) return hindered(state, 'key-cannot-sign-so', recipe.digest);
  const bytes = madeOf({ ...state, certificates }, recipe.id)?.bytes.length ?? 0;
  return did({ ...state, certificates }, tell(recipe.id, bytes, recipe.issuer ?? null));
}
