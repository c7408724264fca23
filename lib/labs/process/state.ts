import type { ProcessSetup } from './setup';

export type Amounts = Readonly<Record<string, number | boolean>>;

/** One action that was done: from where to where, and the variables after it. */
export type Deed = { readonly action: string; readonly from: string; readonly to: string; readonly values: Amounts };

/** The whole lab: the definition, where the process stands, its variables, and what was done. */
export type ProcessState = {
  setup: ProcessSetup;
  /** The id of the state it is in. */
  at: string;
  values: Amounts;
  deeds: readonly Deed[];
};

export function startProcess(setup: ProcessSetup): ProcessState {
  const values = Object.fromEntries(setup.variables.map(({ id, start }) => [id, start]));
  return { setup, at: setup.states[0]?.id ?? '', values, deeds: [] };
}
