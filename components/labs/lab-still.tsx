import type { ReactNode } from 'react';
import help from '@/components/quiz/help-bar.module.css';
import report from '@/components/quiz/report-button.module.css';
import type { Goal, LabAction, LabEvent } from '@/lib/labs/lab';
import { helpWords } from '@/lib/words/help';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { reportWords } from '@/lib/words/report';
import { Explore } from './explore';
import styles from './lab.module.css';
import { LabFace } from './lab-face';
import { engineOf, type LabView, type Press } from './lab-view';
import { PlayerBar } from './player-bar';
import { canStep, openRun, shown } from './player-state';
import { TaskGoals } from './task-goals';
import { toldOf } from './told-of';
import { Transcript } from './transcript';

type Props<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal> = {
  view: LabView<Setup, State, Action, Event, G>;
  id: string;
  locale: Locale;
  title: string;
  setup: Setup;
  seed: number;
  given?: readonly Action[];
  actions: readonly Action[];
  at: number;
  kind: 'run' | 'free' | 'task';
  goals?: readonly G[] | undefined;
  allows?: (kind: string, side?: string) => boolean;
  goesOn?: boolean;
  brief?: ReactNode;
  isDraft?: boolean | undefined;
};

/**
 * The first picture of a lab, drawn on the server from the same parts and in the same size as the working one, which takes its place.
 * Nothing in it can be operated; what is pressed is remembered. Without JavaScript the run's words can still be read in full.
 */
export function LabStill<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>({
  view,
  id,
  locale,
  title,
  setup,
  seed,
  given = [],
  actions,
  at,
  kind,
  goals = [],
  allows = () => true,
  goesOn = true,
  brief,
  isDraft = false,
}: Props<Setup, State, Action, Event, G>) {
  const words = labWords[locale];
  const engine = { ...engineOf(view, setup, seed, given), ...(goesOn ? {} : { next: () => null }) };
  const player = openRun(engine, actions, at);
  const frame = shown(player);
  const last = player.frames.length - 1;
  const press: Press<Action> = (wanted) => ({ 'data-press': JSON.stringify(wanted) });
  const practises =
    kind !== 'run' && !isDraft && (view.practises?.({ setup, given, goals }, locale).kind ?? 'none') !== 'none';
  const controls = (
    <view.Controls id={id} locale={locale} state={frame.state} allows={allows} press={press} isTask={kind === 'task'} />
  );
  const tools =
    kind === 'task' ? null : (
      <StillTools names={[...view.downloads.map(({ name }) => name), 'share']} locale={locale} />
    );
  return (
    <LabFace
      locale={locale}
      name={kind === 'task' ? words.task : view.name(locale)}
      title={title}
      conditions={view.conditions(setup, locale)}
      tools={tools}
      brief={
        (kind === 'task' || goals.length > 0) && (
          <>
            {brief}
            <TaskGoals
              locale={locale}
              note={kind === 'task' ? words.goalsSeenHere : undefined}
              goals={goals.map((goal) => ({
                text: view.goal(goal, locale, setup),
                met: view.lab.isMet(goal, frame.state),
              }))}
            />
          </>
        )
      }
      stage={
        <view.Stage
          id={id}
          locale={locale}
          before={player.frames[player.at - 1] ?? null}
          frame={frame}
          whole={kind === 'run' ? (player.frames[last]?.state ?? null) : null}
          moving={false}
          free={kind === 'free'}
          picked={null}
        />
      }
      controls={
        // Behind its summary nobody sees it: it comes with the working lab.
        <Explore locale={locale} open={kind !== 'run'}>
          {kind !== 'run' && controls}
        </Explore>
      }
      why={view.why(frame, locale) ?? (kind === 'run' ? words.ready : words.readyFree)}
      bar={
        <PlayerBar
          locale={locale}
          at={player.at}
          last={last}
          canStep={canStep(engine, player)}
          playing={false}
          speed="normal"
          press={press}
        />
      }
      foot={
        <>
          {isDraft && <p className={styles.draftTask}>{words.draftTask}</p>}
          {practises && view.PracticeStill && <view.PracticeStill locale={locale} />}
          {kind === 'task' && !isDraft && (
            <>
              <StillHandIn locale={locale} />
              <StillHelp locale={locale} />
            </>
          )}
          <Transcript
            locale={locale}
            title={words.transcript}
            count={last}
            sentences={(number) => toldOf(view, player.frames[number], locale)}
            at={null}
          />
          <noscript>
            <p className={styles.noScript}>{kind === 'task' ? words.noScriptTask : words.noScript}</p>
            {kind === 'run' && last > 0 && (
              <view.Whole id={id} locale={locale} state={player.frames[last]?.state ?? frame.state} />
            )}
          </noscript>
          {kind === 'free' && <view.Settings locale={locale} setup={setup} />}
        </>
      }
    />
  );
}

function StillTools({ names, locale }: { names: readonly string[]; locale: Locale }) {
  return names.map((name) => (
    <button key={name} type="button" className={styles.button} data-press={`tool:${name}`}>
      {name === 'share' ? labWords[locale].share : `${name} ↓`}
    </button>
  ));
}

/** Room for the help and the reports of the working task, so that nothing moves when it comes. */
function StillHelp({ locale }: { locale: Locale }) {
  const { hint, giveUp } = helpWords[locale];
  const { stuck, wrong } = reportWords[locale];
  return (
    <div className={`${styles.helpFoot} ${styles.roomForHelp}`} aria-hidden>
      <div className={help.help}>
        <p className={help.buttons}>
          {[hint, giveUp].map((text) => (
            <span key={text} className={help.ask}>
              {text}
            </span>
          ))}
        </p>
      </div>
      <span className={report.reports}>
        {[stuck, wrong].map((text) => (
          <span key={text} className={report.report}>
            {text}
          </span>
        ))}
      </span>
    </div>
  );
}

function StillHandIn({ locale }: { locale: Locale }) {
  const words = labWords[locale];
  return (
    <div className={styles.handIn}>
      <button type="button" className={`${styles.button} ${styles.primary}`} data-press="tool:hand-in">
        {words.handIn}
      </button>
      <p>{words.handInHint}</p>
    </div>
  );
}
