import type { Item } from '@/lib/curriculum/lesson';
import { authorPath } from '@/lib/curriculum/read-source';
import type { ShownFinding } from '@/lib/preview/read-excerpt';
import type { LessonPreview } from '@/lib/preview/read-preview';
import type { Locale } from '@/lib/words/locale';
import { OpenQuestion } from './open-question';
import { OpenTask } from './open-task';

type Props = {
  item: Item;
  locale: Locale;
  preview: LessonPreview;
  findings: readonly ShownFinding[];
  isSecond: boolean;
};

/** A question or a task laid open, with what the check says about its lines. */
export function OpenItem({ item, locale, preview, findings, isSecond }: Props) {
  const folder = authorPath(preview.folder);
  if (item.kind === 'task') {
    const files = [`${folder}/${item.local}.task.yaml`, `${folder}/${item.local}.solution.yaml`];
    const own = findings.filter(({ file }) => files.includes(file));
    return <OpenTask task={item.task} solution={item.solution} locale={locale} findings={own} isSecond={isSecond} />;
  }
  const line = preview.questionLines.get(item.local);
  const own = findings.filter((finding) => finding.file === `${folder}/quiz.yaml` && isOf(finding.line, line, preview));
  return <OpenQuestion question={item.question} locale={locale} line={line} findings={own} isSecond={isSecond} />;
}

/** True for a line between the question's first and the next question's. */
function isOf(line: number, first: number | undefined, { questionLines }: LessonPreview): boolean {
  if (first === undefined || line < first) return false;
  const next = Math.min(...[...questionLines.values()].filter((other) => other > first), Number.MAX_SAFE_INTEGER);
  return line < next;
}
