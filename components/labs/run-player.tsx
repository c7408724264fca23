'use client';
import { type RefObject, useEffect } from 'react';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { DownloadButton } from './download-button';
import { Explore } from './explore';
import { LabFace } from './lab-face';
import type { LabView } from './lab-view';
import { PlayerBar } from './player-bar';
import { isFull, type PlayerState, shown } from './player-state';
import { PracticeOf } from './practice-of';
import { saveRun } from './saved-run';
import { ShareButton } from './share-button';
import { TaskGoals } from './task-goals';
import { toldOf } from './told-of';
import { Transcript } from './transcript';
import { type Opening, useLab } from './use-lab';

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  view: LabView<Setup, State, Action, Event, G>;
  id: string;
  locale: Locale;
  title: string;
  opening: Opening<Setup, Action>;
  root: RefObject<HTMLElement | null>;
  early: readonly string[];
  /** In free play the controls stand open, and room is not reserved for a run that nobody has written. */
  free?: boolean;
  /** Of a task's solution: what it has to reach. */
  goal?: readonly G[] | undefined;
  /** Somebody else's run, which this one keeps up with. */
  follow?: { readonly actions: readonly Action[]; readonly at: number } | undefined;
  /** Told of each change, so that an address can keep it. */
  onChange?: (player: PlayerState<State, Action, Event>) => void;
};

/** Outside a task one may do whatever the lab can. */
const everything = () => true;

/** A lab at work: a given run to walk through, or to leave by doing something else. */
export function RunPlayer<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  id,
  locale,
  title,
  opening,
  root,
  early,
  free = false,
  goal,
  follow,
  onChange,
}: Props<Setup, State, Action, Event, G>) {
  const words = labWords[locale];
  const { player, whole, canStep, press, act, dispatch, picked, pick } = useLab(view, opening, root, early, onChange);
  useEffect(() => {
    if (follow) dispatch({ kind: 'follow', actions: follow.actions, at: follow.at });
  }, [follow, dispatch]);
  const frame = shown(player);
  const before = player.frames[player.at - 1] ?? null;
  return (
    <LabFace
      locale={locale}
      name={view.name(locale)}
      title={title}
      conditions={view.conditions(opening.setup, locale)}
      tools={
        <>
          {view.downloads.map((download) => (
            <DownloadButton
              key={download.name}
              name={download.name}
              label={download.label(locale)}
              file={() => download.file(frame.state)}
            />
          ))}
          <ShareButton
            locale={locale}
            page={`/${locale}/labs/${view.lab.id}`}
            saved={() => saveRun(view.lab, opening, player)}
          />
        </>
      }
      brief={
        goal && (
          <TaskGoals
            locale={locale}
            goals={goal.map((it) => ({
              text: view.goal(it, locale, opening.setup),
              met: view.lab.isMet(it, frame.state),
            }))}
          />
        )
      }
      stage={
        <view.Stage
          id={id}
          locale={locale}
          before={before}
          frame={frame}
          whole={free ? null : whole()}
          moving={player.moving}
          free={free}
          picked={picked}
          pick={pick}
        />
      }
      controls={
        <Explore locale={locale} open={free}>
          <view.Controls id={id} locale={locale} state={frame.state} allows={everything} press={press} act={act} />
        </Explore>
      }
      why={isFull(player) ? words.tooLong : (view.why(frame, locale) ?? (free ? words.readyFree : words.ready))}
      bar={
        <PlayerBar
          locale={locale}
          at={player.at}
          last={player.frames.length - 1}
          canStep={canStep}
          playing={player.playing}
          speed={player.speed}
          press={press}
          onSeek={(at) => dispatch({ kind: 'seek', at })}
          onSpeed={(speed) => dispatch({ kind: 'speed', speed })}
        />
      }
      foot={
        <>
          {free && (
            <PracticeOf
              view={view}
              locale={locale}
              opening={opening}
              goals={[]}
              task={null}
              act={(action) => dispatch({ kind: 'act', action })}
            />
          )}
          <Transcript
            locale={locale}
            title={words.transcript}
            count={player.at}
            sentences={(number) => toldOf(view, player.frames[number], locale)}
            at={player.at}
          />
        </>
      }
    />
  );
}
