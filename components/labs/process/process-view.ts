import type { ProcessAction } from '@/lib/labs/process/action';
import type { ProcessEvent } from '@/lib/labs/process/event';
import type { ProcessGoal } from '@/lib/labs/process/goal';
import type { ProcessSetup } from '@/lib/labs/process/setup';
import type { ProcessState } from '@/lib/labs/process/state';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import type { LabView } from '../lab-view';
import { ProcessControls } from './process-controls';
import { processFigure } from './process-figure';
import { actionName, stateName, valueText, variableName } from './process-labels';
import { ProcessStage } from './process-stage';

/** How a process is seen. */
export const processView: LabView<ProcessSetup, ProcessState, ProcessAction, ProcessEvent, ProcessGoal> = {
  ...processFigure,
  // Nothing happens by itself: whoever wants a clock writes an action for it.
  next: () => null,
  conditions: () => [],
  why: ({ state, events }, locale) => reasonOf(state.setup, events, locale),
  sentences: ({ state: { setup }, events }, locale) => {
    const reason = reasonOf(setup, events, locale);
    return [...new Set([...events.map((event) => sentence(setup, event, locale)), ...(reason ? [reason] : [])])];
  },
  deadEnd: (why, locale) => Object.entries(processWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: ProcessStage,
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
