'use client';
import { type RefObject, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import { engineOf, type LabView, type Picked, type Press } from './lab-view';
import { readMove } from './player-move';
import {
  canStep,
  type Engine,
  lastOf,
  move,
  openRun,
  type PlayerMove,
  type PlayerState,
  type Speed,
  shown,
} from './player-state';
import { showPicked } from './show-picked';
import { useKeptFocus } from './use-kept-focus';
import { useKeys } from './use-keys';
import { usePointing } from './use-pointing';

/** What a lab is opened with. */
export type Opening<Setup, Action> = {
  setup: Setup;
  seed: number;
  /** What has happened before the first frame; no step leads there. */
  given?: readonly Action[];
  /** The run an author gave (or a link carried), which Step walks through. */
  actions: readonly Action[];
  /** Whether Step goes on, beyond the given actions, with what happens by itself; a task may not allow it. */
  goesOn?: boolean;
  /** The frame to show first. */
  at: number;
};

/** Milliseconds between two steps while a run plays. */
const pace: Record<Speed, number> = { slow: 2_600, normal: 1_500, fast: 600 };

type LabAtWork<State, Action, Event> = {
  player: PlayerState<State, Action, Event>;
  /** The last state of the run the lab was opened with; it is computed for whoever asks. */
  whole: () => State;
  canStep: boolean;
  press: Press<Action>;
  act: (action: Action) => void;
  dispatch: (wanted: PlayerMove<Action>) => void;
  picked: Picked | null;
  pick: (picked: Picked) => void;
};

/** A lab at work: the player's state, its clock, its keys, what is pointed at, and what was pressed before it was there. */
export function useLab<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabView<Setup, State, Action, Event, G>,
  { setup, seed, given, actions, at, goesOn = true }: Opening<Setup, Action>,
  root: RefObject<HTMLElement | null>,
  early: readonly string[],
  onChange?: (player: PlayerState<State, Action, Event>) => void,
): LabAtWork<State, Action, Event> {
  const engine = useMemo<Engine<State, Action, Event>>(
    () => ({ ...engineOf(view, setup, seed, given), ...(goesOn ? {} : { next: () => null }) }),
    [view, setup, seed, given, goesOn],
  );
  // Run once: a handshake takes what a first picture should take.
  const [opened] = useState(() => openRun(engine, actions, at));
  const [player, dispatch] = useReducer(
    (state: PlayerState<State, Action, Event>, wanted: PlayerMove<Action>) => move(engine, actions, state, wanted),
    null,
    () =>
      early
        .flatMap((text) => readMove(text, view.lab.action) ?? [])
        .reduce((state, wanted) => move(engine, actions, state, wanted), opened),
  );
  const [pointed, setPointed] = useState<{ frame: object; picked: Picked } | null>(null);
  const frame = shown(player);
  const pick = (picked: Picked) => setPointed({ frame, picked });

  // The same from step to step: what is drawn with them need not be drawn again because of them.
  const press = useCallback<Press<Action>>(
    (wanted) => ({ 'data-press': JSON.stringify(wanted), onClick: () => dispatch(wanted) }),
    [],
  );
  const act = useCallback((action: Action) => dispatch({ kind: 'act', action }), []);

  usePlaying(player, () => dispatch({ kind: 'step' }));
  useKeys(root, player, dispatch);
  usePointing(root, pick);
  useFollowing(root, frame, pointed?.frame === frame ? pointed.picked.object : null);
  useKeptFocus(root);
  useChanges(player, onChange);

  return {
    player,
    whole: () => lastOf(opened).state,
    canStep: canStep(engine, player),
    press,
    act,
    dispatch,
    // What was pointed at is forgotten with the next step: then the bytes show what that step was about.
    picked: pointed?.frame === frame ? pointed.picked : null,
    pick,
  };
}

function usePlaying({ playing, speed }: { playing: boolean; speed: Speed }, step: () => void) {
  const stepNow = useRef(step);
  useEffect(() => {
    stepNow.current = step;
  });
  useEffect(() => {
    if (!playing) return;
    const clock = setInterval(() => stepNow.current(), pace[speed]);
    return () => clearInterval(clock);
  }, [playing, speed]);
}

/**
 * What scrolls inside the lab (a long diagram, a long list) shows its newest end after each step, and what is pointed at where that is
 * out of sight; else it stays where it was put.
 */
function useFollowing(root: RefObject<HTMLElement | null>, frame: object, object: number | null) {
  const followed = useRef<object | null>(null);
  const pointedAt = useRef<number | null>(null);
  useEffect(() => {
    if (followed.current !== frame) {
      followed.current = frame;
      for (const element of root.current?.querySelectorAll('[data-follow]') ?? []) {
        element.scrollTop = element.scrollHeight;
      }
    } else if (object !== null && pointedAt.current !== object) {
      for (const element of root.current?.querySelectorAll('[data-follow]') ?? []) showPicked(element);
    }
    pointedAt.current = object;
  });
}

function useChanges<Player>(player: Player, onChange: ((player: Player) => void) | undefined) {
  const told = useRef<Player | null>(null);
  useEffect(() => {
    if (told.current === player) return;
    told.current = player;
    onChange?.(player);
  });
}
