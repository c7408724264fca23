import { TaskFrame } from '@/components/labs/task-frame';
import { Quiz } from '@/components/quiz/quiz';
import { RichText } from '@/components/quiz/rich-text';
import type { AskedItem } from '@/lib/attempts/read-sitting';
import { toPublicTask } from '@/lib/labs/task';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale } from '@/lib/words/locale';

type Props = { asked: AskedItem; sitting: string; assignment: string | null; onlyOnce: boolean; locale: Locale };

/** A question or task of an open sitting that can still be answered. Only the public form goes on from here. */
export function AskedItemForm({ asked: { frozen, version }, sitting, assignment, onlyOnce, locale }: Props) {
  const run = { sitting, ...(assignment === null ? {} : { assignment }) };
  const { form } = version;
  if (form.kind === 'question') {
    const draw = frozen.draw === null ? {} : { draw: { id: frozen.draw, holes: version.holes ?? {} } };
    const question = toPublicQuestion(form.question);
    return <Quiz item={frozen.item} question={question} locale={locale} onlyOnce={onlyOnce} {...run} {...draw} />;
  }
  const task = toPublicTask(form.task);
  const prompt = <RichText text={richText(inLocale(task.prompt, locale))} />;
  return <TaskFrame item={frozen.item} task={task} version={frozen.version} locale={locale} prompt={prompt} {...run} />;
}
