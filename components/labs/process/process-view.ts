import type { ProcessAction } from '@/lib/labs/process/action';
import type { ProcessEvent } from '@/lib/labs/process/event';
import type { ProcessGoal } from '@/lib/labs/process/goal';
import { processLab } from '@/lib/labs/process/process-lab';
import type { ProcessSetup } from '@/lib/labs/process/setup';
import type { ProcessState } from '@/lib/labs/process/state';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import type { LabView } from '../lab-view';
import { ProcessControls } from './process-controls';
import { actionName, stateName, valueText, variableName } from './process-labels';
import { ProcessStage, ProcessWhole } from './process-stage';
import { ProcessTable } from './process-table';

/** How a process is seen. */
export const processView: LabView<ProcessSetup, ProcessState, ProcessAction, ProcessEvent, ProcessGoal> = {
  lab: processLab,
  name: (locale) => processWords[locale].name,
  // Nothing happens by itself: whoever wants a clock writes an action for it.
  next: () => null,
  conditions: () => [],
  why: ({ state, events }, locale) => reasonOf(state.setup, events, locale),
  sentences: ({ state: { setup }, events }, locale) => {
    const reason = reasonOf(setup, events, locale);
    return [...new Set([...events.map((event) => sentence(setup, event, locale)), ...(reason ? [reason] : [])])];
  },
  goal: goalText,
  deadEnd: (why, locale) => Object.entries(processWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: ProcessStage,
  Whole: ProcessWhole,
  Table: ProcessTable,
  Controls: ProcessControls,
  Settings: () => null,
  downloads: [],
};

/** The author's own reason for what was just done or refused; the plain fact where there is none. */
function reasonOf(setup: ProcessSetup, events: readonly ProcessEvent[], locale: Locale): string | null {
  const [first] = events;
  if (!first || first.kind === 'changed') return null;
  const action = setup.actions.find(({ id }) => id === first.action);
  const own = first.kind === 'done' ? action?.why : action?.refused;
  return own ? inLocale(own, locale) : sentence(setup, first, locale);
}

function sentence(setup: ProcessSetup, event: ProcessEvent, locale: Locale): string {
  const words = processWords[locale];
  switch (event.kind) {
    case 'done':
      return words.did(
        actionName(setup, event.action, locale),
        stateName(setup, event.from, locale),
        stateName(setup, event.to, locale),
      );
    case 'changed': {
      const { variable, was, is } = event;
      const value = (one: number | boolean) => valueText(setup, variable, one, locale);
      return words.changed(variableName(setup, variable, locale), value(was), value(is));
    }
    case 'refused':
      return words.refused[event.why](actionName(setup, event.action, locale));
  }
}

function goalText(goal: ProcessGoal, locale: Locale, setup: ProcessSetup): string {
  const words = processWords[locale].goals;
  if (goal.text) return inLocale(goal.text, locale);
  switch (goal.kind) {
    case 'in-state':
    case 'passed-through':
      return words[goal.kind](stateName(setup, goal.state, locale));
    case 'holds':
    case 'held-throughout':
      return words[goal.kind](goal.that);
    case 'done':
      return words.done(actionName(setup, goal.action, locale), goal.times);
    case 'actions-at-most':
      return words[goal.kind](goal.actions);
  }
}
