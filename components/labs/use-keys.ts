'use client';
import { type RefObject, useEffect } from 'react';
import type { PlayerMove } from './player-state';

/** The keys of a lab, while the focus is in it and nothing under the focus wants them for itself. */
export function useKeys<Action>(
  root: RefObject<HTMLElement | null>,
  player: { playing: boolean; frames: readonly unknown[] },
  dispatch: (wanted: PlayerMove<Action>) => void,
) {
  const last = player.frames.length - 1;
  const { playing } = player;
  useEffect(() => {
    const lab = root.current;
    if (!lab) return;
    const moves: Record<string, PlayerMove<Action>> = {
      ArrowRight: { kind: 'step' },
      ArrowLeft: { kind: 'back' },
      Home: { kind: 'seek', at: 0 },
      End: { kind: 'seek', at: last },
      ' ': { kind: playing ? 'pause' : 'play' },
    };
    const press = (event: KeyboardEvent) => {
      const wanted = moves[event.key];
      if (!wanted || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (isTaken(event.key, event.target)) return;
      event.preventDefault();
      dispatch(wanted);
    };
    lab.addEventListener('keydown', press);
    return () => lab.removeEventListener('keydown', press);
  }, [root, last, playing, dispatch]);
}

/** A field, a slider and a list have their own use for these keys; a button and a summary for the space bar. */
function isTaken(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, [data-byte]')) return true;
  return key === ' ' && target.closest('button, summary, a') !== null;
}
