import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import type { Locale } from '@/lib/words/locale';
import type { LabView } from './lab-view';
import type { Frame } from './player-state';

/** What was told of frames before: a transcript asks for the same ones at every step. */
const told = new WeakMap<object, { locale: Locale; sentences: readonly string[] }>();

/** Everything that happened in a frame, in words. A frame never changes, so neither do they. */
export function toldOf<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabView<Setup, State, Action, Event, G>,
  frame: Frame<State, Action, Event> | undefined,
  locale: Locale,
): readonly string[] {
  if (!frame) return [];
  const before = told.get(frame);
  if (before?.locale === locale) return before.sentences;
  const sentences = view.sentences(frame, locale);
  told.set(frame, { locale, sentences });
  return sentences;
}
