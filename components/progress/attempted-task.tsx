import { goalTexts } from '@/components/labs/goal-texts';
import { LabFrame } from '@/components/labs/lab-frame';
import { TaskGoals } from '@/components/labs/task-goals';
import { RichText } from '@/components/quiz/rich-text';
import { practisedActions, practisedLogSchema } from '@/lib/labs/grade-practice';
import { runSchema } from '@/lib/labs/run';
import type { PublicTask } from '@/lib/labs/task';
import type { Feedback } from '@/lib/quiz/answer';
import { richText } from '@/lib/quiz/rich-text';
import { attemptsWords } from '@/lib/words/attempts';
import { inLocale, type Locale } from '@/lib/words/locale';

type Props = {
  task: PublicTask;
  response: object;
  feedback: Feedback;
  /** Who looks at it did it. */
  isOwn?: boolean;
  locale: Locale;
};

/** A lab task as it was handed in: what was asked, which goals held, how many steps it took. */
export function AttemptedTask({ task, response, feedback, isOwn = true, locale }: Props) {
  const words = attemptsWords[locale];
  const actions = actionsOf(response);
  const { lab, setup, seed, given } = task;
  // Played as it was done, from where the author left it; a log that this lab can no longer read is only counted.
  const title = isOwn
    ? { en: attemptsWords.en.replay, zh: attemptsWords.zh.replay }
    : { en: attemptsWords.en.replayOfLearner, zh: attemptsWords.zh.replayOfLearner };
  const replay = runSchema.safeParse({ id: 'attempt', lab, title, setup, seed, given, actions });
  return (
    <section>
      <h2>{words.task(inLocale(task.title, locale))}</h2>
      <RichText text={richText(inLocale(task.prompt, locale))} />
      <p>{words.actions(actions.length)}</p>
      {replay.success && <LabFrame run={replay.data} locale={locale} />}
      <TaskGoals
        locale={locale}
        goals={goalTexts(task, locale).map((text, at) => ({
          text,
          met: feedback.goals?.[at] ?? false,
        }))}
      />
    </section>
  );
}

/** What was done: in the lab, or at the practice server, which can be walked through in the lab as well. */
function actionsOf(response: object): readonly unknown[] {
  const practised = practisedLogSchema.safeParse(response);
  if (practised.success) return practisedActions(practised.data.practice);
  return 'actions' in response && Array.isArray(response.actions) ? response.actions : [];
}
