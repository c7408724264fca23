import { type StoryStep, storySteps } from './action';
import type { Endpoint, Note } from './endpoint';
import type { Side } from './side';

/** HTTPS as a story (TLS 1.2): which of the eight steps a fact is, each told when it happens for the first time. */
export function tellStory(
  story: readonly StoryStep[],
  side: Side,
  note: Note,
  endpoint: Endpoint,
): readonly StoryStep[] {
  const step = stepOf(side, note, endpoint);
  return step && !story.includes(step) ? [...story, step] : story;
}

function stepOf(side: Side, note: Note, endpoint: Endpoint): StoryStep | null {
  if (note.code === 'sent') {
    if (note.said === 'client_hello') return 'client-asks';
    if (note.said === 'server_hello') return 'server-chooses';
    if (note.said === 'certificate') return 'certificate-shown';
    if (note.said === 'client_key_exchange') return 'secret-sent';
  }
  if (note.code === 'verified' && note.what === 'certificate') return 'certificate-checked';
  if (
    note.code === 'derived' &&
    side === 'server' &&
    note.names.includes('master_secret') &&
    endpoint.version === '1.2'
  ) {
    return 'secret-opened';
  }
  if (note.code === 'connected' && side === 'client') return 'keys-proved';
  return note.code === 'received' ? 'data-protected' : null;
}

/** The first place at which an order differs from what happened; -1 where it does not. All eight have to have happened. */
export function firstWrong(ordered: readonly StoryStep[], story: readonly StoryStep[]): number {
  return storySteps.findIndex((_, place) => ordered[place] === undefined || ordered[place] !== story[place]);
}
