import type { ReactNode } from 'react';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import type { Locale } from '@/lib/words/locale';
import type { LabView, PracticeProps } from './lab-view';
import type { Opening } from './use-lab';

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  view: LabView<Setup, State, Action, Event, G>;
  locale: Locale;
  opening: Opening<Setup, Action>;
  goals: readonly G[];
  task: PracticeProps<Action>['task'];
  act: (action: Action) => void;
};

/** The real server beside the lab, where the lab has one. */
export function PracticeOf<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  locale,
  opening: { setup, given = [] },
  goals,
  task,
  act,
}: Props<Setup, State, Action, Event, G>): ReactNode {
  const fit = view.practises?.({ setup, given, goals }, locale);
  if (!view.Practice || !fit || fit.kind === 'none') return null;
  return <view.Practice locale={locale} task={task} act={act} unfit={fit.kind === 'unfit' ? fit.why : null} />;
}
