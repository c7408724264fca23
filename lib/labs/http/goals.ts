import { assertNever } from '@/lib/assert-never';
import type { DeadEnd } from '../lab';
import { freshnessOf } from './client/freshness';
import type { HttpGoal } from './goal';
import { fitsPath, matchesExchange } from './match-exchange';
import { wallClock } from './moment';
import { faultsOf } from './on-paper';
import type { LogEntry } from './origin/log-entry';
import { mostRequests } from './origin/store';
import type { Exchange, HttpState } from './state';
import { parseTarget } from './target';
import { isMisled, isSmuggled } from './through-relay';

/**
 * Whether a goal holds on a server's log alone, as it is behind a socket; null: the log cannot tell. The lab asks the same
 * question of its own log, so that what was done there and what was done with curl are graded alike.
 */
export function isMetByLog(goal: HttpGoal, log: readonly LogEntry[]): boolean | null {
  switch (goal.kind) {
    case 'log-has':
      return log.filter((entry) => matchesExchange(goal.match, entry)).length >= goal.times;
    case 'log-has-at-most':
      return log.filter((entry) => matchesExchange(goal.match, entry)).length <= goal.times;
    case 'log-in-order': {
      let found = 0;
      for (const entry of log) {
        const wanted = goal.matches[found];
        if (wanted && matchesExchange(wanted, entry)) found += 1;
      }
      return found === goal.matches.length;
    }
    case 'response-status':
      return log.at(-1)?.status === goal.status;
    case 'sent-request': {
      const last = log.at(-1);
      return last !== undefined && matchesExchange(goal.match, last);
    }
    default:
      return null;
  }
}

/** Whether a goal holds in a state. */
export function isMet(goal: HttpGoal, state: HttpState): boolean {
  switch (goal.kind) {
    case 'log-has':
    case 'log-has-at-most':
    case 'log-in-order':
      return isMetByLog(goal, state.log) === true;
    case 'response-status':
      return ownExchanges(state).at(-1)?.seen?.status === goal.status;
    case 'sent-request': {
      const last = state.exchanges.findLast(({ by }) => by === 'hand');
      const entry = last?.entry == null ? undefined : state.log[last.entry];
      return entry !== undefined && matchesExchange(goal.match, entry);
    }
    case 'cache-used':
      return state.exchanges.filter((one) => usedCache(one, goal)).length >= goal.times;
    case 'cache-holds':
      return cacheHolds(goal, state);
    case 'cookie':
      return hasCookie(goal, state);
    case 'arrived':
      return state.exchanges.some((one) => arrivedAt(one, goal, state));
    case 'fault-named':
      return isNamed(goal, state);
    case 'decoded':
      return state.decoded.some(({ specimen, right }) => specimen === goal.specimen && right);
    case 'smuggled':
      return answersAtBack(state).some(
        (one) => isSmuggled(one) && (goal.path === undefined || fitsPath(goal.path, pathOf(one.request.target))),
      );
    case 'victim-misled':
      return answersAtBack(state).some(isMisled);
    default:
      return assertNever(goal);
  }
}

const ownExchanges = ({ exchanges }: HttpState) => exchanges.filter(({ by }) => by === 'hand' || by === 'browser');
const answersAtBack = ({ passages }: HttpState) => passages.flatMap(({ back }) => back);

/** `/etag` of `https://practice.example/etag?a`, or of `/etag?a`. */
export function pathOf(address: string): string {
  const target = parseTarget(address);
  return target?.form === 'origin' || target?.form === 'absolute' ? target.path : '';
}

function usedCache({ url, decision, keeping }: Exchange, goal: HttpGoal & { kind: 'cache-used' }): boolean {
  if (!fitsPath(goal.path, pathOf(url))) return false;
  return goal.how === 'fresh'
    ? decision?.kind === 'use'
    : decision?.kind === 'validate' && keeping?.code === 'freshened';
}

function cacheHolds(goal: HttpGoal & { kind: 'cache-holds' }, state: HttpState): boolean {
  const { cache, cacheKind } = state.client;
  const stored = cache.filter(({ url }) => fitsPath(goal.path, pathOf(url)));
  const isFresh = stored.some((one) => !one.invalid && freshnessOf(one, cacheKind, wallClock(state)).isFresh);
  if (goal.state === 'nothing') return stored.length === 0;
  return goal.state === 'fresh' ? isFresh : stored.length > 0 && !isFresh;
}

function hasCookie(goal: HttpGoal & { kind: 'cookie' }, state: HttpState): boolean {
  const now = wallClock(state);
  const alive = state.client.jar.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const has = alive.some(({ name, value }) => name === goal.name && (goal.value === undefined || value === goal.value));
  if (goal.state === 'kept') return has;
  // Gone is what was there once.
  const was = state.exchanges.some(({ cookies }) =>
    cookies.some((fact) => (fact.code === 'kept' || fact.code === 'replaced') && fact.cookie.name === goal.name),
  );
  return was && !has;
}

function arrivedAt(exchange: Exchange, goal: HttpGoal & { kind: 'arrived' }, { exchanges }: HttpState): boolean {
  if (exchange.by !== 'browser' || exchange.seen?.status !== goal.status) return false;
  if (!fitsPath(goal.path, pathOf(exchange.url))) return false;
  let before = exchange.follows;
  let times = 0;
  while (before !== null && times < goal.after) {
    times += 1;
    before = exchanges[before]?.follows ?? null;
  }
  return times >= goal.after;
}

function isNamed({ specimen, all }: HttpGoal & { kind: 'fault-named' }, state: HttpState): boolean {
  const said = state.named.filter((one) => one.specimen === specimen);
  if (!said.at(-1)?.right) return false;
  const shown = state.setup.specimens[specimen];
  if (!all || !shown) return true;
  return faultsOf(shown).every(({ code }) => said.some(({ fault }) => fault === code));
}

/** Why a goal is out of reach. */
export type HttpDeadEnd = 'happened-too-often' | 'server-is-done' | 'no-more-namings';

/** See `Lab.deadEnd`. */
export function deadEnd(goals: readonly HttpGoal[], state: HttpState, allowed: readonly string[]): DeadEnd | null {
  for (const [goal, wanted] of goals.entries()) {
    const why = isMet(wanted, state) ? null : whyUnreachable(wanted, state, allowed);
    if (why) return { goal, why };
  }
  return null;
}

function whyUnreachable(goal: HttpGoal, { store }: HttpState, allowed: readonly string[]): HttpDeadEnd | null {
  if (goal.kind === 'log-has-at-most') return 'happened-too-often';
  if (goal.kind === 'fault-named') return allowed.includes('name-fault') ? null : 'no-more-namings';
  const needsServer = goal.kind === 'log-has' || goal.kind === 'log-in-order' || goal.kind === 'smuggled';
  return needsServer && store.requests >= mostRequests ? 'server-is-done' : null;
}
