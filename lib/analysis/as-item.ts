import type { KnownVersion } from '@/lib/attempts/known-version';
import type { Item } from '@/lib/curriculum/lesson';

/** A version as it was asked, in the shape of what is taught. The author's own way is not kept with it. */
export function asItem({ item, form }: KnownVersion): Item {
  const at = item.lastIndexOf('/');
  const named = { id: item, local: item.slice(at + 1), lesson: item.slice(0, at) };
  return form.kind === 'question'
    ? { kind: 'question', ...named, question: form.question }
    : { kind: 'task', ...named, task: form.task, solution: { actions: [] } };
}
