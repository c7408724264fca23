import { TaskFrame } from '@/components/labs/task-frame';
import { Quiz } from '@/components/quiz/quiz';
import { RichText } from '@/components/quiz/rich-text';
import type { Item } from '@/lib/curriculum/lesson';
import { toPublicTask } from '@/lib/labs/task';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { versionOf } from '@/lib/quiz/question-version';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale } from '@/lib/words/locale';

type Props = {
  item: Item;
  round: string;
  locale: Locale;
  draw?: { id: string; holes: Record<string, string> } | undefined;
};

/** What is asked now, as a lesson asks it. Only the public form goes on from here. */
export function ReviewItem({ item, round, locale, draw }: Props) {
  if (item.kind === 'question') {
    return (
      <Quiz item={item.id} question={toPublicQuestion(item.question)} locale={locale} {...(draw ? { draw } : {})} />
    );
  }
  const task = toPublicTask(item.task);
  const prompt = <RichText text={richText(inLocale(task.prompt, locale))} />;
  return (
    <TaskFrame item={item.id} task={task} version={versionOf(task)} locale={locale} prompt={prompt} round={round} />
  );
}
