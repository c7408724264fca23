import { assertNever } from '@/lib/assert-never';
import { actionLogLimits } from '@/lib/labs/action-log';

/** The little of a lab that a player needs: how it begins, and what an action makes of a state. */
export type Engine<State, Action, Event> = {
  start: () => State;
  step: (state: State, action: Action) => { state: State; events: readonly Event[] };
  /** What "Step" does once the given actions are used up: the next thing that happens by itself, if anything does. */
  next: (state: State) => Action | null;
};

/** One picture: a state, and the action that led to it. The first frame has none. */
export type Frame<State, Action, Event> = {
  readonly state: State;
  readonly action: Action | null;
  readonly events: readonly Event[];
};

export const speeds = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof speeds)[number];

/** A run and the place in it that is shown. `frames` is never empty, and `frames[at]` always exists. */
export type PlayerState<State, Action, Event> = {
  readonly frames: readonly Frame<State, Action, Event>[];
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** True for the frame a step forward has just led to: what moved in it may be seen moving. */
  readonly moving: boolean;
  /** True once the learner has left the given run by an action of their own. */
  readonly diverged: boolean;
};

export type PlayerMove<Action> =
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'step' | 'back' | 'play' | 'pause' | 'restart' }
  | { readonly kind: 'seek'; readonly at: number }
  | { readonly kind: 'speed'; readonly speed: Speed }
  /** Somebody else's run, as far as they have come: what both have in common stays as it is. */
  | { readonly kind: 'follow'; readonly actions: readonly Action[]; readonly at: number };

/**
 * A run from its start with every given action, shown at `at`. What lies ahead is computed when somebody looks there: a lab is open, and
 * answers, before all of its run is known.
 */
export function openRun<State, Action, Event>(
  engine: Engine<State, Action, Event>,
  actions: readonly Action[],
  at = 0,
): PlayerState<State, Action, Event> {
  const first: Frame<State, Action, Event> = { state: engine.start(), action: null, events: [] };
  const made: Pick<Frame<State, Action, Event>, 'state' | 'events'>[] = [];
  const reach = (index: number) => {
    for (const action of actions.slice(made.length, index + 1)) {
      made.push(engine.step((made.at(-1) ?? first).state, action));
    }
    return made[index] ?? first;
  };
  const ahead = actions.map(
    (action, index): Frame<State, Action, Event> => ({
      action,
      get state() {
        return reach(index).state;
      },
      get events() {
        return reach(index).events;
      },
    }),
  );
  const frames = [first, ...ahead];
  return { frames, at: clamp(at, frames.length - 1), playing: false, speed: 'normal', moving: false, diverged: false };
}

export function shown<State, Action, Event>(player: PlayerState<State, Action, Event>): Frame<State, Action, Event> {
  const frame = player.frames[player.at];
  if (!frame) throw new Error(`A player shows frame ${player.at} of ${player.frames.length}: there is no such frame.`);
  return frame;
}

/** The frame a run ends with, whichever is shown. */
export function lastOf<State, Action, Event>(player: PlayerState<State, Action, Event>): Frame<State, Action, Event> {
  return shown({ ...player, at: player.frames.length - 1 });
}

/** The actions up to the frame that is shown: what is handed in, and what a link carries. */
export function actionLog<State, Action, Event>(player: PlayerState<State, Action, Event>, to = player.at): Action[] {
  return player.frames.slice(1, to + 1).flatMap((frame) => (frame.action === null ? [] : [frame.action]));
}

/** No action can be added: a log holds only so many. */
export function isFull(player: { readonly at: number }): boolean {
  return player.at >= actionLogLimits.actions;
}

/** Whether "Step" has anything to do. */
export function canStep<State, Action, Event>(
  engine: Engine<State, Action, Event>,
  player: PlayerState<State, Action, Event>,
): boolean {
  if (player.at < player.frames.length - 1) return true;
  return !isFull(player) && engine.next(shown(player).state) !== null;
}

/** The whole player. `given` is the run an author wrote, to which "Start over" returns. */
export function move<State, Action, Event>(
  engine: Engine<State, Action, Event>,
  given: readonly Action[],
  player: PlayerState<State, Action, Event>,
  wanted: PlayerMove<Action>,
): PlayerState<State, Action, Event> {
  switch (wanted.kind) {
    case 'act':
      return act(engine, { ...player, diverged: true, playing: false }, wanted.action);
    case 'step':
      return step(engine, player);
    case 'back':
      return show(player, player.at - 1);
    case 'seek':
      return show(player, wanted.at);
    case 'play':
      return { ...player, playing: canStep(engine, player) };
    case 'pause':
      return { ...player, playing: false };
    case 'speed':
      return { ...player, speed: wanted.speed };
    case 'follow':
      return follow(engine, player, wanted.actions, wanted.at);
    case 'restart':
      return { ...openRun(engine, given), speed: player.speed };
    default:
      return assertNever(wanted);
  }
}

/** Not at the end: the next frame. At the end: what happens next by itself, as one more action of the log. */
function step<State, Action, Event>(
  engine: Engine<State, Action, Event>,
  player: PlayerState<State, Action, Event>,
): PlayerState<State, Action, Event> {
  if (!canStep(engine, player)) return { ...player, playing: false };
  const next = player.at < player.frames.length - 1 ? null : engine.next(shown(player).state);
  const stepped = next === null ? { ...player, at: player.at + 1, moving: true } : act(engine, player, next);
  return { ...stepped, playing: player.playing && canStep(engine, stepped) };
}

/** A new action forgets what lay ahead of the shown frame, as typing does after undo. */
function act<State, Action, Event>(
  engine: Engine<State, Action, Event>,
  player: PlayerState<State, Action, Event>,
  action: Action,
): PlayerState<State, Action, Event> {
  if (isFull(player)) return player;
  const frame = { action, ...engine.step(shown(player).state, action) };
  const frames = [...player.frames.slice(0, player.at + 1), frame];
  return { ...player, frames, at: frames.length - 1, moving: true };
}

/** The same frames as far as the actions are the same, then the other's; shown as a step when it is the next one. */
function follow<State, Action, Event>(
  engine: Engine<State, Action, Event>,
  player: PlayerState<State, Action, Event>,
  actions: readonly Action[],
  at: number,
): PlayerState<State, Action, Event> {
  const own = player.frames.slice(1).map(({ action }) => JSON.stringify(action));
  const first = actions.findIndex((action, index) => own[index] !== JSON.stringify(action));
  const common = first === -1 ? actions.length : first;
  let led: PlayerState<State, Action, Event> = { ...player, frames: player.frames.slice(0, common + 1), at: common };
  for (const action of actions.slice(common)) led = act(engine, led, action);
  return { ...show(led, at), diverged: true, moving: at === player.at + 1 };
}

/** Looking elsewhere in the run: nothing plays, nothing moves. */
function show<State, Action, Event>(
  player: PlayerState<State, Action, Event>,
  at: number,
): PlayerState<State, Action, Event> {
  return { ...player, playing: false, moving: false, at: clamp(at, player.frames.length - 1) };
}

function clamp(at: number, last: number): number {
  return Number.isFinite(at) ? Math.min(Math.max(Math.round(at), 0), last) : 0;
}
