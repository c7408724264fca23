import type { TlsAction } from '@/lib/labs/tls/action';
import type { TlsEvent } from '@/lib/labs/tls/event';
import type { TlsGoal } from '@/lib/labs/tls/goal';
import type { TlsSetup } from '@/lib/labs/tls/setup';
import type { TlsState } from '@/lib/labs/tls/state';
import { tlsLab } from '@/lib/labs/tls/tls-lab';
import type { Locale } from '@/lib/words/locale';
import { tlsWords } from '@/lib/words/tls';
import { tlsViewWords } from '@/lib/words/tls-view';
import type { LabFigure } from '../lab-view';
import { TlsTable } from './tls-table';
import { TlsWhole } from './tls-whole';

/** What a page prints of this lab. */
export const tlsFigure: LabFigure<TlsSetup, TlsState, TlsAction, TlsEvent, TlsGoal> = {
  lab: tlsLab,
  name: (locale) => tlsViewWords[locale].name,
  goal: (goal, locale, setup) => wholeText(goal, locale, setup) ?? tlsWords[locale].goal(goal),
  Whole: TlsWhole,
  Table: TlsTable,
};

/** What the two applications have to say to each other has a name; its lines say less to a reader than that. */
function wholeText(goal: TlsGoal, locale: Locale, { request, response }: TlsSetup): string | null {
  if (goal.kind !== 'received') return null;
  const { hasRead } = tlsViewWords[locale];
  if (goal.side === 'server' && goal.text === request) return hasRead.server;
  if (goal.side === 'client' && goal.text === response) return hasRead.client;
  return null;
}
