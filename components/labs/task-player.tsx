'use client';
import type { ReactNode, RefObject } from 'react';
import { HelpBar } from '@/components/quiz/help-bar';
import { ReportButton } from '@/components/quiz/report-button';
import { allowedKinds, isAllowed } from '@/lib/labs/allowed-action';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import type { AllowedAction } from '@/lib/labs/task';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { Explore } from './explore';
import { HandIn } from './hand-in';
import { readLog } from './kept-log';
import styles from './lab.module.css';
import { LabFace } from './lab-face';
import { engineOf, type LabView } from './lab-view';
import { PlayerBar } from './player-bar';
import { actionLog, isFull, openRun, shown } from './player-state';
import { PracticeOf } from './practice-of';
import { TaskGoals } from './task-goals';
import { toldOf } from './told-of';
import { Transcript } from './transcript';
import { type Opening, useLab } from './use-lab';

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  view: LabView<Setup, State, Action, Event, G>;
  id: string;
  locale: Locale;
  title: string;
  task: {
    item: string;
    version: string;
    actions: AllowedAction[];
    goal: readonly G[];
    hasHints?: true;
    sitting?: string;
    assignment?: string;
    isDraft?: true;
  };
  opening: Opening<Setup, Action>;
  root: RefObject<HTMLElement | null>;
  early: readonly string[];
  brief: ReactNode;
  /** Told of the log as it grows, so that it can be kept. */
  onLog: (log: readonly Action[]) => void;
};

/** A task: the lab from where the author left it, the goals ticking as they are met, and the log that is handed in. */
export function TaskPlayer<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  id,
  locale,
  title,
  task,
  opening,
  root,
  early,
  brief,
  onLog,
}: Props<Setup, State, Action, Event, G>) {
  const words = labWords[locale];
  const { player, canStep, press, act, dispatch, picked, pick } = useLab(view, opening, root, early, (it) =>
    onLog(actionLog(it, it.frames.length - 1)),
  );
  const frame = shown(player);
  const log = actionLog(player);
  const allows = (kind: string, side?: string) => isAllowed(task, { kind, side }, log);
  const lost = view.lab.deadEnd(task.goal, frame.state, allowedKinds(task));
  const why = lost ? view.deadEnd(lost.why, locale) : view.why(frame, locale);
  return (
    <LabFace
      locale={locale}
      name={words.task}
      title={title}
      conditions={view.conditions(opening.setup, locale)}
      tools={null}
      brief={
        <>
          {brief}
          <TaskGoals
            locale={locale}
            note={words.goalsSeenHere}
            goals={task.goal.map((goal) => ({
              text: view.goal(goal, locale, opening.setup),
              met: view.lab.isMet(goal, frame.state),
            }))}
          />
        </>
      }
      stage={
        <view.Stage
          id={id}
          locale={locale}
          before={player.frames[player.at - 1] ?? null}
          frame={frame}
          whole={null}
          moving={player.moving}
          picked={picked}
          pick={pick}
        />
      }
      controls={
        <Explore locale={locale} open>
          <view.Controls id={id} locale={locale} state={frame.state} allows={allows} press={press} act={act} isTask />
        </Explore>
      }
      why={isFull(player) ? words.tooLong : (why ?? words.readyFree)}
      warns={lost !== null}
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
          {!task.isDraft && (
            <PracticeOf
              view={view}
              locale={locale}
              opening={opening}
              goals={task.goal}
              task={{ item: task.item, version: task.version, sitting: task.sitting, assignment: task.assignment }}
              act={(action) => dispatch({ kind: 'act', action })}
            />
          )}
          {task.isDraft ? (
            <p className={styles.draftTask}>{words.draftTask}</p>
          ) : (
            <HandIn
              locale={locale}
              item={task.item}
              version={task.version}
              log={log}
              sitting={task.sitting}
              assignment={task.assignment}
            />
          )}
          <div className={styles.helpFoot} hidden={task.isDraft}>
            {task.sitting === undefined && !task.isDraft && (
              <HelpBar
                item={task.item}
                version={task.version}
                locale={locale}
                hasHints={task.hasHints === true}
                steps={(actions) => stepsOf(view, opening, actions, locale)}
              />
            )}
            {!task.isDraft && (
              <ReportButton item={task.item} version={task.version} locale={locale} state={() => ({ actions: log })} />
            )}
          </div>
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

/** A solution as its lab tells it, step by step. */
function stepsOf<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  view: LabView<Setup, State, Action, Event, G>,
  { setup, seed, given }: Opening<Setup, Action>,
  actions: readonly unknown[],
  locale: Locale,
): readonly string[] {
  const log = readLog(actions, view.lab.action);
  const { frames } = openRun(engineOf(view, setup, seed, given), log, 0);
  return frames.slice(1).map((frame) => view.sentences(frame, locale).join(' '));
}
