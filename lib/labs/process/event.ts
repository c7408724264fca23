/** Why an action was not done: there is none of that name, it belongs to other states, its guard does not hold, a formula of it has no value here. */
export type Refusal = 'unknown' | 'elsewhere' | 'guarded' | 'no-value';

export type ProcessEvent =
  | { kind: 'done'; action: string; from: string; to: string }
  | { kind: 'changed'; variable: string; was: number | boolean; is: number | boolean }
  | { kind: 'refused'; action: string; why: Refusal; found?: string };
