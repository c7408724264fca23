import type { JourneyAction } from '@/lib/labs/journey/action';
import type { JourneyEvent } from '@/lib/labs/journey/event';
import type { JourneyGoal } from '@/lib/labs/journey/goal';
import { journeyLab } from '@/lib/labs/journey/journey-lab';
import type { JourneySetup } from '@/lib/labs/journey/setup';
import type { JourneyState } from '@/lib/labs/journey/state';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { LabFigure } from '../lab-view';
import { JourneyTable } from './journey-table';
import { JourneyWhole } from './journey-whole';

/** What a page prints of this lab. */
export const journeyFigure: LabFigure<JourneySetup, JourneyState, JourneyAction, JourneyEvent, JourneyGoal> = {
  lab: journeyLab,
  name: (locale) => journeyViewWords[locale].name,
  goal: (goal, locale) => journeyWords[locale].goal(goal),
  Whole: JourneyWhole,
  Table: JourneyTable,
};
