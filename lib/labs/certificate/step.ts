import { assertNever } from '@/lib/assert-never';
import type { Transition } from '../lab';
import type { CertificateAction } from './action';
import { issueOne, makeKey, request, signRequest } from './be-an-authority';
import { type CheckName, checkNames } from './check';
import type { CertificateEvent, Hindrance } from './event';
import { timeOf, timeTextOf } from './recipe';
import type { Server } from './setup';
import { type CertificateState, madeOf, madeRequestOf, recipeOf, requestOf, serverOf, verdictOn } from './state';
import { outcomeOf } from './verify-chain';

type Step = Transition<CertificateState, CertificateEvent>;

/** Engine steps: what signing, and judging a chain that was not judged before, takes longer than looking something up. */
const cost = { signing: 300, judging: 150, little: 1 } as const;

/** The whole engine: one action on one state. */
export function step(state: CertificateState, action: CertificateAction): Step {
  switch (action.kind) {
    case 'visit':
      return visit(state, action.server);
    case 'check':
      return check(state, [action.check]);
    case 'check-next':
      return checkNext(state);
    case 'check-all':
      return check(state, checkNames);
    case 'judge':
      return judge(state, action.answer, action.check ?? null);
    case 'issue':
      return issueOne(state, action);
    case 'make-key':
      return makeKey(state, action);
    case 'request':
      return request(state, action);
    case 'sign-request':
      return signRequest(state, action);
    case 'present':
      return present(state, action.chain);
    case 'trust':
      return trust(state, action.certificate);
    case 'distrust':
      return distrust(state, action.certificate);
    case 'set-clock':
      return did(unasked({ ...state, now: timeOf(action.at) }), [
        { kind: 'clock-set', from: state.now, to: timeOf(action.at) },
      ]);
    case 'ask-name':
      return askName(state, action.name);
    case 'revoke':
      return revoke(state, action.certificate);
    case 'change-byte':
      return changeByte(state, action);
    default:
      return assertNever(action);
  }
}

function did(state: CertificateState, events: readonly CertificateEvent[], steps: number = cost.little): Step {
  return { state: { ...state, deeds: state.deeds + 1 }, events, cost: steps };
}

function hindered(state: CertificateState, why: Hindrance, what = ''): Step {
  return { state, events: [{ kind: 'hindered', why, what }], cost: cost.little };
}

/** Something about the world has changed: what checks said before may no longer be so. */
function unasked(state: CertificateState): CertificateState {
  return { ...state, asked: {} };
}

function visit(state: CertificateState, id: string): Step {
  const server = serverOf(state, id);
  if (!server) return hindered(state, 'no-such-server', id);
  const now = server.at ? timeOf(server.at) : state.now;
  return did({ ...state, server: id, now }, [{ kind: 'visited', server: id, name: server.name }]);
}

function check(state: CertificateState, asked: readonly CheckName[]): Step {
  const server = serverOf(state);
  if (!server) return hindered(state, 'no-server');
  const { findings, accepted, browser } = verdictOn(state, server);
  const before = state.asked[server.id] ?? [];
  const all = checkNames.filter((name) => before.includes(name) || asked.includes(name));
  const events = asked.map(
    (name): CertificateEvent => ({
      kind: 'checked',
      check: name,
      outcome: outcomeOf(findings, name),
      findings: findings.filter((finding) => finding.check === name),
    }),
  );
  const isDone = all.length === checkNames.length && before.length < all.length;
  return did(
    { ...state, asked: { ...state.asked, [server.id]: all } },
    isDone ? [...events, { kind: 'checks-done', accepted, browser }] : events,
    cost.judging,
  );
}

function checkNext(state: CertificateState): Step {
  const asked = state.server === null ? [] : (state.asked[state.server] ?? []);
  const next = checkNames.find((name) => !asked.includes(name));
  return next ? check(state, [next]) : hindered(state, 'nothing-left-to-check');
}

function judge(state: CertificateState, answer: 'accept' | 'refuse', named: CheckName | null): Step {
  const server = serverOf(state);
  if (!server) return hindered(state, 'no-server');
  if (state.judgements.some((one) => one.server === server.id)) return hindered(state, 'already-judged', server.name);
  const { accepted, findings, browser } = verdictOn(state, server);
  const fails = named !== null && outcomeOf(findings, named) === 'failed';
  const right = answer === 'accept' ? accepted : !accepted && fails;
  return did(
    { ...state, judgements: [...state.judgements, { server: server.id, answer, check: named, right }] },
    [
      {
        kind: 'judged',
        server: server.id,
        answer,
        right,
        wrongCheck: answer === 'refuse' && !accepted && !fails,
        accepted,
        browser,
      },
    ],
    cost.judging,
  );
}

function present(state: CertificateState, chain: readonly string[]): Step {
  const server = serverOf(state);
  if (!server) return hindered(state, 'no-server');
  const missing = chain.find((id) => !recipeOf(state, id));
  if (missing !== undefined) return hindered(state, 'no-such-certificate', missing);
  return did(unasked(withServer(state, { ...server, presents: [...chain] })), [
    { kind: 'presented', server: server.id, chain },
  ]);
}

function withServer(state: CertificateState, changed: Server): CertificateState {
  return { ...state, servers: state.servers.map((server) => (server.id === changed.id ? changed : server)) };
}

function trust(state: CertificateState, id: string): Step {
  if (!recipeOf(state, id)) return hindered(state, 'no-such-certificate', id);
  if (state.trusted.includes(id)) return hindered(state, 'already-trusted', id);
  return did(unasked({ ...state, trusted: [...state.trusted, id] }), [{ kind: 'trusted', certificate: id }]);
}

function distrust(state: CertificateState, id: string): Step {
  if (!state.trusted.includes(id)) return hindered(state, 'not-trusted', id);
  const trusted = state.trusted.filter((other) => other !== id);
  return did(unasked({ ...state, trusted }), [{ kind: 'distrusted', certificate: id }]);
}

function askName(state: CertificateState, name: string): Step {
  const server = serverOf(state);
  if (!server) return hindered(state, 'no-server');
  return did(unasked(withServer(state, { ...server, name })), [{ kind: 'name-asked', from: server.name, to: name }]);
}

const listLasts = 30 * 86_400_000;

function revoke(state: CertificateState, id: string): Step {
  const recipe = recipeOf(state, id);
  if (!recipe) return hindered(state, 'no-such-certificate', id);
  const issuer = recipe.issuer === undefined ? undefined : recipeOf(state, recipe.issuer);
  if (!issuer) return hindered(state, 'signs-itself', id);
  if (!issuer.held) return hindered(state, 'not-your-key', issuer.id);
  const before = state.lists.find((list) => list.issuer === issuer.id);
  if (before?.revoked.includes(id)) return hindered(state, 'already-revoked', id);
  const list = {
    issuer: issuer.id,
    revoked: [...(before?.revoked ?? []), id],
    thisUpdate: timeTextOf(state.now),
    nextUpdate: timeTextOf(Math.min(state.now + listLasts, Date.UTC(9999, 0, 1))),
  };
  return did(
    unasked({ ...state, lists: [...state.lists.filter((other) => other !== before), list] }),
    [{ kind: 'revoked', certificate: id, issuer: issuer.id }],
    cost.signing,
  );
}

function changeByte(
  state: CertificateState,
  { certificate, at, to }: { certificate: string; at: number; to: number },
): Step {
  const recipe = recipeOf(state, certificate) ?? requestOf(state, certificate);
  const was = (madeOf(state, certificate) ?? madeRequestOf(state, certificate))?.bytes[at];
  if (!recipe) return hindered(state, 'no-such-certificate', certificate);
  if (was === undefined || recipe.changed.length >= 64) return hindered(state, 'no-such-byte', String(at));
  const changed = [...recipe.changed.filter((one) => one.at !== at), { at, to }];
  const bent = <Kept extends { readonly id: string }>(all: readonly Kept[]) =>
    all.map((one) => (one.id === certificate ? { ...one, changed } : one));
  return did(
    unasked({ ...state, certificates: bent(state.certificates), requests: bent(state.requests) }),
    [{ kind: 'byte-changed', certificate, at, from: was, to }],
    cost.signing,
  );
}
