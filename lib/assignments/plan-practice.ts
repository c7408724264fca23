import type { Chosen } from '@/lib/assignments/chosen';
import type { Faults } from '@/lib/assignments/field-fault';
import { lessonsIn } from '@/lib/assignments/plan-quiz';
import type { FrozenCandidate } from '@/lib/attempts/assignment';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { WorkSelection } from '@/lib/attempts/selection';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { checksOf } from '@/lib/progress/progress';

export type PracticePlan = { readonly selection: WorkSelection; readonly frozen: readonly FrozenCandidate[] };

/** Whether it can be seen to be right by itself, wherever it stands: what practice may name alone. */
export function isPractised(item: Item): boolean {
  return item.kind === 'task' || (item.question.use === 'practice' && item.question.kind !== 'written');
}

/** What practice asks: lessons to complete with the checks they have today, and items to be right. */
export function practicePlan(
  { paths, lessons, items }: Chosen,
  curriculum: Curriculum,
  current: (item: string) => KnownVersion | undefined,
  faults: Faults,
): PracticePlan | undefined {
  const unknown = [
    ...lessons.filter((id) => !curriculum.lessonById(id)),
    ...paths.filter((id) => !curriculum.path(id)),
  ];
  const wrong = items.find((id) => {
    const item = curriculum.item(id);
    return !item || !isPractised(item);
  });
  const [missing = wrong] = unknown;
  if (missing !== undefined) return faults.add('chosen', 'unknown-item', missing);
  const whole = [...new Set([...lessonsIn(paths, curriculum), ...lessons])];
  // An item of a lesson that is to be completed is asked for already, unless it is no check of it.
  const checks = whole.flatMap((id) => lessonChecks(id, curriculum));
  const alone = items.filter((id) => !checks.includes(id));
  if (whole.length + alone.length === 0) return faults.add('chosen', 'nothing-chosen');
  if (whole.length > 200 || alone.length > 200)
    return faults.add('chosen', 'too-many', String(whole.length + alone.length));
  return {
    selection: { kind: 'work', paths: [...paths], lessons: whole, items: alone },
    frozen: [...checks, ...alone].flatMap((id) => frozenOf(id, curriculum, current)),
  };
}

function lessonChecks(id: string, curriculum: Curriculum): string[] {
  const lesson = curriculum.lessonById(id);
  return lesson ? checksOf(lesson) : [];
}

function frozenOf(
  id: string,
  curriculum: Curriculum,
  current: (item: string) => KnownVersion | undefined,
): FrozenCandidate[] {
  const [item, known] = [curriculum.item(id), current(id)];
  if (!item || !known) return [];
  const objective = item.kind === 'question' ? item.question.objective : item.task.objective;
  const { version, keyRevision } = known;
  return [{ item: id, objective: objective === undefined ? '' : `${item.lesson}#${objective}`, version, keyRevision }];
}
