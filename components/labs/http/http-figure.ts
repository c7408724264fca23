import type { HttpAction } from '@/lib/labs/http/action';
import type { HttpEvent } from '@/lib/labs/http/event';
import type { HttpGoal } from '@/lib/labs/http/goal';
import { httpLab } from '@/lib/labs/http/http-lab';
import type { HttpSetup } from '@/lib/labs/http/setup';
import type { HttpState } from '@/lib/labs/http/state';
import { httpWords } from '@/lib/words/http';
import { httpViewWords } from '@/lib/words/http-view';
import type { LabFigure } from '../lab-view';
import { HttpTable } from './http-table';
import { HttpWhole } from './http-whole';

/** What a page prints of this lab. */
export const httpFigure: LabFigure<HttpSetup, HttpState, HttpAction, HttpEvent, HttpGoal> = {
  lab: httpLab,
  name: (locale) => httpViewWords[locale].name,
  goal: (goal, locale) => httpWords[locale].goal(goal),
  Whole: HttpWhole,
  Table: HttpTable,
};
