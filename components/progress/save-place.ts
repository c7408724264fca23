import { becomeGuest } from './become-guest';
import { knownLearner, reloadProgress } from './progress-store';

export type PlaceToSave = { lesson: string; heading?: string; done?: boolean };

/** Keeps a place on the server for who is known there. False: it could not be saved. */
export async function savePlace(place: PlaceToSave): Promise<boolean> {
  try {
    const reply = await fetch('/api/place', {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(place),
    });
    return reply.ok;
  } catch {
    return false;
  }
}

/** Done, or not: something a learner did, so that who is not known yet becomes a guest first. */
export async function saveDone(lesson: string, done: boolean): Promise<boolean> {
  if (!knownLearner() && !(await becomeGuest())) return false;
  const isSaved = await savePlace({ lesson, done });
  reloadProgress();
  return isSaved;
}
