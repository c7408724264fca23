import { locales } from '@/lib/words/locale';
import { emptyWords } from './check-words';
import { isEmpty, searchable } from './searched-text';
import type { TaskFault, TaskItem } from './task-fault';

/** A task's title, prompt and hints say something; no hint repeats what was said, and none is the solution. */
export function checkTaskWords({ task, solution }: TaskItem): TaskFault[] {
  const { title, prompt, hints } = task;
  const empty = [
    ...emptyWords(title, ['title']),
    ...emptyWords(prompt, ['prompt']),
    ...hints.flatMap((hint, at) => emptyWords(hint, ['hints', at])),
  ];
  return [
    ...empty.map((fault): TaskFault => ({ in: 'task', ...fault })),
    ...hints.flatMap((hint, at) =>
      locales.flatMap((locale): TaskFault[] => {
        const said = hint[locale];
        if (said === undefined || isEmpty(said)) return [];
        const place = ['hints', at, locale];
        const before = [prompt, ...hints.slice(0, at)].map((text) => text[locale] ?? '');
        if (before.some((text) => searchable(text) === searchable(said)))
          return [
            {
              in: 'task',
              place,
              rule: 'hint-repeats',
              severity: 'warning',
              message: 'this hint says again what was said before',
              found: said,
            },
          ];
        if (!writesOut(said, solution.actions)) return [];
        return [
          {
            in: 'task',
            place,
            rule: 'hint-answer',
            severity: 'warning',
            message: 'this hint writes out the solution',
            expected: 'the next step of the thinking; the solution is shown elsewhere',
            found: said,
          },
        ];
      }),
    ),
  ];
}

/** A solution of several steps, each named in its turn by the name it has in a file. */
function writesOut(hint: string, actions: readonly unknown[]): boolean {
  if (actions.length < 2) return false;
  const words = hint.toLowerCase().split(/[^a-z0-9-]+/);
  let from = 0;
  for (const action of actions) {
    const kind = action !== null && typeof action === 'object' && 'kind' in action ? String(action.kind) : '';
    const at = words.indexOf(kind, from);
    if (kind === '' || at === -1) return false;
    from = at + 1;
  }
  return true;
}
