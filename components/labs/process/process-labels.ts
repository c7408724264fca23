import type { ProcessSetup } from '@/lib/labs/process/setup';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';

/** What the author calls a state. */
export function stateName(setup: ProcessSetup, id: string, locale: Locale): string {
  const state = setup.states.find((one) => one.id === id);
  return state ? inLocale(state.text, locale) : id;
}

export function actionName(setup: ProcessSetup, id: string, locale: Locale): string {
  const action = setup.actions.find((one) => one.id === id);
  return action ? inLocale(action.text, locale) : id;
}

export function variableName(setup: ProcessSetup, id: string, locale: Locale): string {
  const variable = setup.variables.find((one) => one.id === id);
  return variable ? inLocale(variable.text, locale) : id;
}

/** `35 %`, `是`: a value with its unit. Numbers as formulas show them, at most twelve digits that count. */
export function valueText(
  setup: ProcessSetup,
  id: string,
  value: number | boolean | undefined,
  locale: Locale,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return processWords[locale].truth[value ? 'yes' : 'no'];
  const unit = setup.variables.find((one) => one.id === id)?.unit;
  const number = String(Number(value.toPrecision(12)));
  return unit ? `${number} ${inLocale(unit, locale)}` : number;
}
