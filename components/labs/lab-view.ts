import type { ReactNode } from 'react';
import type { Goal, Lab, LabAction, LabEvent } from '@/lib/labs/lab';
import type { Locale } from '@/lib/words/locale';
import type { Named } from './lab-picture';
import type { Frame, PlayerMove } from './player-state';

/** What the learner points at: an object that has bytes (a segment), and one of its bytes. */
export type Picked = { readonly object: number; readonly byte: number | null };

/**
 * Makes something pressable. Drawn on the server it only notes the move in `data-press`, where `early-presses` finds what was tapped
 * before the lab had loaded; in the player it also makes the move.
 */
export type Press<Action> = (move: PlayerMove<Action>) => { 'data-press': string; onClick?: () => void };

export type StageProps<State, Action, Event> = {
  /** Unique on the page; what the stage names by id begins with it. */
  id: string;
  locale: Locale;
  /** The frame before the one that is shown, for "was → is"; null at the start. */
  before: Frame<State, Action, Event> | null;
  frame: Frame<State, Action, Event>;
  /** The last state of the given run: room is reserved for it, so that nothing shifts while one steps. Null in free play. */
  whole: State | null;
  /** True for the one drawing that follows a step forward: what moved may be seen moving. */
  moving: boolean;
  /** On the lab's own page: what is folded away in a lesson stands open. */
  free?: boolean;
  picked: Picked | null;
  /** Left out where the stage is only drawn, on the server: then what stands behind a closed summary is left out as well. */
  pick?: (picked: Picked) => void;
};

export type ControlsProps<State, Action> = {
  id: string;
  locale: Locale;
  state: State;
  /** Whether this action may be taken in the task at hand; all may in free play. */
  allows: (kind: string, side?: string) => boolean;
  press: Press<Action>;
  act?: (action: Action) => void;
  /** In a task whatever is offered is wanted: nothing of it is folded away. */
  isTask?: boolean;
};

export type WholeProps<State> = {
  id: string;
  locale: Locale;
  state: State;
  /** Where the picture speaks for itself: what it is, and what it shows. Without it, it is hidden from screen readers. */
  named?: Named;
};

/** A real server beside the lab, where the same can be done with another tool. */
export type PracticeProps<Action> = {
  locale: Locale;
  /** What is done there is handed in to this task; null on the lab's own page. */
  task: { item: string; version: string; sitting?: string | undefined; assignment?: string | undefined } | null;
  act: (action: Action) => void;
  /** Why it cannot be done there, in a sentence; null where it can. */
  unfit: string | null;
};

export type SettingsProps<Setup> = {
  locale: Locale;
  setup: Setup;
  /** Left out where they are only drawn, on the server. */
  onSetup?: (setup: Setup) => void;
};

/** A file the lab can hand out: real bytes that an outside tool opens. */
export type Download<State> = {
  /** What its button is called: `pcap`. */
  name: string;
  /** The same in a sentence. */
  label: (locale: Locale) => string;
  /** What makes it may be fetched when it is asked for. */
  file: (state: State) => LabFile | Promise<LabFile>;
};

export type LabFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** The half of a lab that is seen: how its engine is stepped, drawn and put into words. The player is the same for all. */
export type LabView<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  lab: Lab<Setup, State, Action, Event, G>;
  name: (locale: Locale) => string;
  /** What happens next by itself, for "Step" beyond the given actions; null when nothing is under way. */
  next: (state: State) => Action | null;
  /** Short facts about the setup for the lab's header: "loss 0 %". */
  conditions: (setup: Setup, locale: Locale) => readonly string[];
  /** The one sentence that explains a frame; null when it needs none. */
  why: (frame: Frame<State, Action, Event>, locale: Locale) => string | null;
  /** Everything that happened in a frame, for the transcript. */
  sentences: (frame: Frame<State, Action, Event>, locale: Locale) => readonly string[];
  /** What a goal asks for; a lab that is written by its author has its names in the setup. */
  goal: (goal: G, locale: Locale, setup: Setup) => string;
  deadEnd: (why: string, locale: Locale) => string;
  Stage: (props: StageProps<State, Action, Event>) => ReactNode;
  /** The run as one still picture, for paper and for browsers without scripts. */
  Whole: (props: WholeProps<State>) => ReactNode;
  /** The same in rows and columns: what happened, one row each. */
  Table: (props: { locale: Locale; state: State; caption: string }) => ReactNode;
  Controls: (props: ControlsProps<State, Action>) => ReactNode;
  /** Where the learner chooses the conditions, in free play. */
  Settings: (props: SettingsProps<Setup>) => ReactNode;
  downloads: readonly Download<State>[];
  Practice?: (props: PracticeProps<Action>) => ReactNode;
  /** Its room in the first picture, folded as it will be. */
  PracticeStill?: (props: { locale: Locale }) => ReactNode;
  /** Whether what is set here can be done there, or why not; `none`: nobody would look for it. In free play there are no goals. */
  practises?: (
    asked: { setup: Setup; given: readonly Action[]; goals: readonly G[] },
    locale: Locale,
  ) => { kind: 'fits' | 'none' } | { kind: 'unfit'; why: string };
};

/**
 * What a page prints of a lab (a run as a figure, a goal in words), apart from all that works: pages are drawn on the server, and whatever
 * they can reach that works in the browser is loaded with them, before any lab nears the screen.
 */
export type LabFigure<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = Pick<
  LabView<Setup, State, Action, Event, G>,
  'lab' | 'name' | 'goal' | 'Whole' | 'Table'
>;

export function engineOf<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabView<Setup, State, Action, Event, G>,
  setup: Setup,
  seed: number,
  given: readonly Action[] = [],
) {
  return {
    start: () => given.reduce((state, action) => view.lab.step(state, action).state, view.lab.start(setup, seed)),
    step: (state: State, action: Action) => view.lab.step(state, action),
    next: view.next,
  };
}
