import { nextBelow } from '../random';
import type { ResolverSetup } from './setup';
import type { DnsState } from './state';

/** How many ids there are, and how many ports a resolver draws from (RFC 5452 §4.5 asks for as many as there may be). */
export const allIds = 65_536;
export const firstPort = 1_024;
export const allPorts = 64_512;
/** The port of a resolver that always uses the same. */
export const fixedPort = 32_853;

/** The id of the resolver's next query. One that counts tells whoever saw the last one what comes next. */
export function drawId(state: DnsState): number {
  if (state.resolver.ids === 'sequential') {
    const id = state.nextId;
    state.nextId = (id + 1) % allIds;
    return id;
  }
  const drawn = nextBelow(state.chance.ids, allIds);
  state.chance.ids = drawn.state;
  return drawn.value;
}

export function drawPort(state: DnsState): number {
  if (state.resolver.ports === 'fixed') return fixedPort;
  const drawn = nextBelow(state.chance.ports, allPorts);
  state.chance.ports = drawn.state;
  return firstPort + drawn.value;
}

type Policy = Pick<ResolverSetup, 'ids' | 'ports'>;

/** Among how many pairs of id and port a forger has to find the one in use. One who counts has shown its next id already. */
export function haystack({ ids, ports }: Policy): number {
  return (ids === 'sequential' ? 1 : allIds) * (ports === 'fixed' ? 1 : allPorts);
}

/** The chance that one of `guesses` different forgeries fits, while one question is open. */
export function chanceOfOne(policy: Policy, guesses: number): number {
  return Math.min(1, guesses / haystack(policy));
}

/** The chance that at least one of so many attempts goes through. */
export function chanceOfAny(policy: Policy, guesses: number, attempts: number): number {
  const one = chanceOfOne(policy, guesses);
  // 1 − (1 − p)ⁿ, written so that a p of 10⁻⁹ is not lost in rounding.
  return one >= 1 ? 1 : -Math.expm1(attempts * Math.log1p(-one));
}

/** How many attempts make it as likely as not. */
export function attemptsForHalf(policy: Policy, guesses: number): number {
  const one = chanceOfOne(policy, guesses);
  return one >= 0.5 ? 1 : Math.ceil(Math.log(0.5) / Math.log1p(-one));
}
