import type * as z from 'zod/mini';

/** An action is named by intent: `{ kind: 'close', side: 'client' }`. */
export type LabAction = { readonly kind: string };

/** An event is a fact (a code and data); `lib/words` turns it into a sentence. */
export type LabEvent = { readonly kind: string };

/** A goal is a named predicate with its arguments: `{ kind: 'in-state', side: 'client', state: 'ESTABLISHED' }`. */
export type Goal = { readonly kind: string };

/** The name of the step a learner has reached, for hints and for the analysis of a class. */
export type Landmark = string;

/** The goal can no longer be reached from here, and why (a code that `lib/words` explains). */
export type DeadEnd = { readonly goal: number; readonly why: string };

/** What one action made of a state. `cost` counts the engine steps it took; replays are limited by their sum. */
export type Transition<State, Event> = { state: State; events: readonly Event[]; cost: number };

/**
 * What every lab engine is: a pure reducer with its schemas and its goals.
 * No clock, no randomness but the seed, no React, no I/O: the same (setup, seed, actions) give the same state for ever.
 */
export type Lab<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  id: string;
  /** Logs saved under one major replay byte-equal for ever; new behaviour comes as a field of the setup. */
  major: number;
  /** Fills in what a setup leaves out. */
  setup: z.ZodMiniType<Setup>;
  action: z.ZodMiniType<Action>;
  goal: z.ZodMiniType<G>;
  actionKinds: readonly Action['kind'][];
  start(setup: Setup, seed: number): State;
  step(state: State, action: Action): Transition<State, Event>;
  /** The same, for a state that nobody else holds: it may be changed in place, which spares a copy of all that has happened so far. */
  advance(state: State, action: Action): Transition<State, Event>;
  isMet(goal: G, state: State): boolean;
  landmark(state: State): Landmark;
  /** The first of `goals` that can no longer be met by actions of the `allowed` kinds; null when none is known to be lost. */
  deadEnd(goals: readonly G[], state: State, allowed: readonly string[]): DeadEnd | null;
};
