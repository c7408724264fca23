'use client';
import { useRef, useState } from 'react';
import { allowedKinds } from '@/lib/labs/allowed-action';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import type { AllowedAction } from '@/lib/labs/task';
import { keepLog, readLog } from './kept-log';
import type { LabView } from './lab-view';
import type { LiveProps } from './live';
import { TaskPlayer } from './task-player';

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = Omit<LiveProps, 'live'> & {
  view: LabView<Setup, State, Action, Event, G>;
  live: {
    title: string;
    item: string;
    version: string;
    hasHints?: true;
    sitting?: string;
    assignment?: string;
    round?: string;
    isDraft?: true;
    setup: Setup;
    seed: number;
    given: readonly Action[];
    actions: AllowedAction[];
    goal: readonly G[];
  };
};

/** A task as it was left: the log that this device has kept is walked through once more, and shown at its end. */
export function KeptTask<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  live,
  kept,
  ...place
}: Props<Setup, State, Action, Event, G>) {
  const { item, version, setup, seed, given } = live;
  const [opening] = useState(() => {
    const actions = readLog(kept, view.lab.action);
    return { setup, seed, given, actions, at: actions.length, goesOn: allowedKinds(live).includes('next') };
  });
  const last = useRef(JSON.stringify(opening.actions));

  function keep(log: readonly Action[]) {
    const text = JSON.stringify(log);
    if (text === last.current || live.isDraft) return;
    last.current = text;
    keepLog(item, version, log, live.round);
  }

  return (
    <TaskPlayer
      {...place}
      view={view}
      title={live.title}
      task={live}
      brief={place.brief}
      opening={opening}
      onLog={keep}
    />
  );
}
