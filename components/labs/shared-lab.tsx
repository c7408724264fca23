'use client';
import { useEffect, useState } from 'react';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import type { FreeLabProps } from './free-lab';
import type { LabSharing } from './lab-sharing';
import type { PlayerState } from './player-state';
import { RunPlayer } from './run-player';
import { readSavedRun, saveRun } from './saved-run';
import type { Opening } from './use-lab';

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = FreeLabProps<
  Setup,
  State,
  Action,
  Event,
  G
> & { sharing: LabSharing };

type Opened<Setup, Action> = {
  opening: Opening<Setup, Action>;
  followed: Opening<Setup, Action> | undefined;
  time: number;
};

/** A lab that a class steps together. Who leads tells each change; who follows is shown it, until they do something themselves. */
export function SharedLab<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  live,
  sharing,
  ...place
}: Props<Setup, State, Action, Event, G>) {
  const [{ opening, followed, time }, setOpened] = useState<Opened<Setup, Action>>({
    opening: live,
    followed: undefined,
    time: 0,
  });
  const open = (next: Opening<Setup, Action>) =>
    setOpened((last) => ({ opening: next, followed: undefined, time: last.time + 1 }));
  const led = sharing.role === 'follows' ? sharing.saved : null;

  useEffect(() => {
    const read = led === null ? undefined : readSavedRun(view.lab, led);
    setOpened((last) => {
      if (read?.kind !== 'run') return { ...last, followed: undefined };
      const { run } = read;
      if (isSameBeginning(run, last.opening)) return { ...last, followed: run };
      // Another setup, or another seed: another run.
      return { opening: run, followed: run, time: last.time + 1 };
    });
  }, [led, view]);

  const tell = (player: PlayerState<State, Action, Event>) => {
    if (sharing.role === 'leads') sharing.tell(saveRun(view.lab, opening, player));
    else if (followed && player.at !== followed.at) sharing.leave();
  };

  return (
    <>
      <RunPlayer
        {...place}
        key={time}
        view={view}
        title={live.title}
        opening={opening}
        early={time === 0 ? place.early : []}
        free
        follow={followed}
        onChange={tell}
      />
      {sharing.role === 'leads' && (
        <view.Settings
          locale={place.locale}
          setup={opening.setup}
          onSetup={(setup) => open({ ...opening, setup, at: 0 })}
        />
      )}
    </>
  );
}

/** Whether one run can go on into the other. */
function isSameBeginning<Setup, Action>(one: Opening<Setup, Action>, other: Opening<Setup, Action>): boolean {
  const beginning = ({ setup, seed, given = [] }: Opening<Setup, Action>) => JSON.stringify([setup, seed, given]);
  return beginning(one) === beginning(other);
}
