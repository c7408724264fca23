import { concatenated, noBytes, sameBytes } from '../bytes';
import { prf } from '../crypto/digest';
import type { Ingredient, ListenerMeans, StoryStep, TlsAction } from './action';
import { overhear } from './eavesdropper';
import { explain, type Moment, noDeed } from './moment';
import type { TlsState } from './state';
import { firstWrong } from './story';
import { knownValue } from './talk';

/** What the listener gets hold of, and how much of the recording it opens. */
export function listen(moment: Moment, means: ListenerMeans) {
  const { state } = moment;
  state.listener = means;
  const heard = overhear(state, means);
  moment.cost += heard.length * 10;
  explain(moment, {
    code: 'listens',
    means,
    opened: heard.filter(({ reading }) => reading === 'opened').length,
    closed: heard.filter(({ reading }) => reading === 'closed').length,
  });
}

const mostAttempts = 200;

/** RFC 5246 §8.1 on paper: PRF(secret, "master secret", first + second), compared with what the server uses. */
export function derive(moment: Moment, { secret, first, second }: Extract<TlsAction, { kind: 'derive' }>) {
  const { state } = moment;
  const { server } = state;
  if (server.version === '1.3') return noDeed(moment, 'only-in-1.2');
  const master = knownValue(server, 'master_secret');
  const [a, b, c] = [secret, first, second].map((name) => ingredientOf(state, name));
  if (!master || !server.suite || !a || !b || !c || server.resumed) return noDeed(moment, 'not-known-yet');
  const result = prf(server.suite.hash, a, 'master secret', concatenated(b, c), 48);
  moment.cost += 20;
  const right = sameBytes(result, master);
  state.attempts = [...state.attempts, { secret, first, second, result, right }].slice(-mostAttempts);
  explain(moment, { code: 'derived', right, secret, first, second, bound: server.extendedMasterSecret });
}

/** The bytes of what may be chosen; null where they are not there yet. */
export function ingredientOf(state: TlsState, name: Ingredient): Uint8Array | null {
  const { server, client } = state;
  if (name === 'session_id') return server.clientHello?.sessionId ?? noBytes;
  if (name === 'public_key') return client.serverShare?.key ?? client.chain[0]?.subarray(-256) ?? null;
  return knownValue(server, name) ?? knownValue(client, name);
}

export function order(moment: Moment, steps: readonly StoryStep[]) {
  const { state } = moment;
  state.ordered = steps;
  const wrong = firstWrong(steps, state.story);
  explain(moment, { code: 'ordered', right: wrong === -1, firstWrong: wrong });
}
