import type { ProcessAction } from '@/lib/labs/process/action';
import type { ProcessEvent } from '@/lib/labs/process/event';
import type { ProcessGoal } from '@/lib/labs/process/goal';
import { processLab } from '@/lib/labs/process/process-lab';
import type { ProcessSetup } from '@/lib/labs/process/setup';
import type { ProcessState } from '@/lib/labs/process/state';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import type { LabFigure } from '../lab-view';
import { actionName, stateName } from './process-labels';
import { ProcessWhole } from './process-stage';
import { ProcessTable } from './process-table';

/** What a page prints of this lab. */
export const processFigure: LabFigure<ProcessSetup, ProcessState, ProcessAction, ProcessEvent, ProcessGoal> = {
  lab: processLab,
  name: (locale) => processWords[locale].name,
  goal: goalText,
  Whole: ProcessWhole,
  Table: ProcessTable,
};

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
