'use client';
import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import { labWords } from '@/lib/words/lab';
import styles from './lab.module.css';
import { LabSharingContext } from './lab-sharing';
import type { LabView } from './lab-view';
import type { LiveProps } from './live';
import type { PlayerState } from './player-state';
import { RunPlayer } from './run-player';
import { readSavedRun, saveRun } from './saved-run';
import { packFragment, unpackFragment } from './share-link';
import { SharedLab } from './shared-lab';
import type { Opening } from './use-lab';

export type FreeLabProps<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = Omit<
  LiveProps,
  'live'
> & {
  view: LabView<Setup, State, Action, Event, G>;
  live: Opening<Setup, Action> & { title: string };
};

type Opened<Setup, Action> = { opening: Opening<Setup, Action>; time: number; note: string | null };

/** A lab that one may do anything in: one's own, or one that a class steps together. */
export function FreeLab<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  props: FreeLabProps<Setup, State, Action, Event, G>,
) {
  const sharing = useContext(LabSharingContext);
  return sharing ? <SharedLab {...props} sharing={sharing} /> : <OwnLab {...props} />;
}

/** A lab on its own page: it opens what the address holds, and the address follows what is done. */
function OwnLab<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  live,
  ...place
}: FreeLabProps<Setup, State, Action, Event, G>) {
  const words = labWords[place.locale];
  const [opened, setOpened] = useState<Opened<Setup, Action>>({ opening: live, time: 0, note: null });
  const open = useCallback(
    (opening: Opening<Setup, Action>, note: string | null = null) =>
      setOpened((last) => ({ opening, note, time: last.time + 1 })),
    [],
  );

  useEffect(() => {
    const read = async () => {
      const unpacked = await unpackFragment(location.hash);
      if (unpacked.kind === 'none') return;
      const saved = unpacked.kind === 'unpacked' ? readSavedRun(view.lab, unpacked.value) : unpacked;
      if (saved.kind === 'run') open(saved.run);
      else open(live, saved.kind === 'other-version' ? words.shareOtherVersion : words.shareUnreadable);
    };
    void read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [view, live, open, words]);

  const keep = useAddress();
  const { opening, time, note } = opened;
  const save = (player: PlayerState<State, Action, Event>) => {
    // Untouched, the address stays as short as it was.
    if (player.at === opening.at && !player.diverged && time === 0) return;
    keep(() => saveRun(view.lab, opening, player));
  };

  return (
    <>
      {note !== null && (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
      <RunPlayer
        {...place}
        key={time}
        view={view}
        title={live.title}
        opening={opening}
        early={time === 0 ? place.early : []}
        free
        onChange={save}
      />
      <view.Settings
        locale={place.locale}
        setup={opening.setup}
        onSetup={(setup) => open({ ...opening, setup, at: 0 })}
      />
    </>
  );
}

/** Writes into the fragment, at most twice a second: browsers refuse more, and nobody reads so fast. */
function useAddress() {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((saved: () => unknown) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const packed = await packFragment(saved());
      if (packed.kind === 'packed') history.replaceState(null, '', packed.fragment);
    }, 500);
  }, []);
}
