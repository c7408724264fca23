import { assertNever } from '@/lib/assert-never';
import type { DeadEnd, Landmark } from '../lab';
import type { CertificateGoal } from './goal';
import { type Recipe, timeOf } from './recipe';
import { type CertificateState, serverOf, verdictOn } from './state';
import { reasonsOf, type Verdict } from './verify-chain';

/** Whether a goal holds in a state. */
export function isMet(goal: CertificateGoal, state: CertificateState): boolean {
  switch (goal.kind) {
    case 'judged-rightly':
      return judgementOf(state, goal.server)?.right === true;
    case 'verdict': {
      const verdict = verdictAt(state, goal.server);
      if (!verdict || verdict.accepted !== goal.accepted) return false;
      return goal.reason === undefined || reasonsOf(verdict).includes(goal.reason);
    }
    case 'browser-says':
      return verdictAt(state, goal.server)?.browser === goal.error;
    case 'chain-valid-for-name':
      return verdictAt(state, goal.server, goal)?.accepted === true;
    case 'chain-refused-for-name':
      return verdictAt(state, goal.server, goal)?.accepted === false;
    case 'root-trusted':
      return state.trusted.includes(goal.certificate) === goal.trusted;
    case 'trusted-at-most':
      return state.trusted.length <= goal.certificates;
    case 'checked':
      return state.asked[goal.server]?.includes(goal.check) === true;
    case 'made-root':
      return ownOf(state).some(({ issuer, authority }) => issuer === undefined && authority);
    case 'signed-for':
      return ownOf(state).some(
        ({ issuer, names }) => issuer !== undefined && names.length === 1 && names[0] === goal.name,
      );
    case 'signed-on-request':
      return ownOf(state).some(
        ({ request, names }) => request !== undefined && names.length === 1 && names[0] === goal.name,
      );
    case 'revoked':
      return state.lists.some(({ revoked }) => revoked.includes(goal.certificate));
    default:
      return assertNever(goal);
  }
}

function judgementOf(state: CertificateState, server: string) {
  return state.judgements.find((one) => one.server === server);
}

/** What the learner made. */
function ownOf(state: CertificateState): readonly Recipe[] {
  return state.certificates.slice(state.given);
}

function verdictAt(
  state: CertificateState,
  id: string,
  asked: { name?: string; at?: string | undefined } = {},
): Verdict | null {
  const server = serverOf(state, id);
  if (!server) return null;
  const name = asked.name === undefined ? {} : { name: asked.name };
  return verdictOn(state, server, { ...name, ...(asked.at === undefined ? {} : { at: timeOf(asked.at) }) });
}

/** The name of the step a learner has reached. */
export function landmark(state: CertificateState): Landmark {
  if (state.judgements.length > 0) return `judged-${state.judgements.length}`;
  const own = ownOf(state);
  if (own.some(({ issuer }) => issuer !== undefined)) return 'signed';
  if (own.length > 0) return 'made-root';
  if (state.requests.length > (state.setup.requests?.length ?? 0)) return 'requested';
  if (Object.values(state.asked).some((checks) => checks.length > 0)) return 'checked';
  return state.deeds > 0 ? 'begun' : 'start';
}

/** A judgement is spoken once, and a revocation is not taken back: what needs it otherwise is lost. */
export function deadEnd(
  goals: readonly CertificateGoal[],
  state: CertificateState,
  allowed: readonly string[],
): DeadEnd | null {
  for (const [goal, asked] of goals.entries()) {
    if (asked.kind === 'judged-rightly' && judgementOf(state, asked.server)?.right === false) {
      return { goal, why: 'judged-wrongly' };
    }
    if (asked.kind === 'chain-valid-for-name' && !allowed.includes('present') && isRevoked(state, asked.server)) {
      return { goal, why: 'revoked-for-good' };
    }
  }
  return null;
}

function isRevoked(state: CertificateState, id: string): boolean {
  const first = serverOf(state, id)?.presents[0];
  return first !== undefined && state.lists.some(({ revoked }) => revoked.includes(first));
}
