import { labs } from './labs';
import type { Prediction } from './prediction';
import type { Run } from './run';
import { predictTcp, type TcpAsk } from './tcp/predict';

export type Ask = TcpAsk;

/** Where a prediction is made: after what was given and the first `after` actions of a run. */
export type PredictionPoint = Pick<PredictableRun, 'lab' | 'setup' | 'seed' | 'given' | 'actions'> & { after: number };

/** A run whose lab can be asked what comes next. */
export type PredictableRun = Extract<Run, { lab: 'tcp' }>;

export function isPredictable(run: Run): run is PredictableRun {
  return run.lab === 'tcp';
}

/** The major of the engine a prediction is computed by, to be kept with it. */
export function majorOf(lab: Run['lab']): number {
  return labs[lab].major;
}

/** Computes what a lab's engine does next. Pure: the same point gives the same prediction for ever. null: nothing comes. */
export function predict({ lab, setup, seed, given, actions, after }: PredictionPoint, ask: Ask): Prediction | null {
  const engine = labs[lab];
  let state = engine.start(setup, seed);
  for (const action of [...given, ...actions.slice(0, after)]) state = engine.step(state, action).state;
  return predictTcp(state, actions.slice(after), ask);
}
