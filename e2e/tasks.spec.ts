import type { Page } from '@playwright/test';
import { labWords } from '../lib/words/lab';
import type { Locale } from '../lib/words/locale';
import { hands } from './fixtures/hands';
import { press } from './fixtures/keys';
import { button, hideDrawings, labAt } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { everySortOfAction, lessonsWithTasks, type SolvedTask } from './fixtures/solved-tasks';
import { expect, test } from './fixtures/test';

test.use({ viewport: { width: 390, height: 844 } });

/** The author's solution, done in the lab, handed in, and judged by the server. */
async function solve(page: Page, { id, lab: kind, setup, actions }: SolvedTask, locale: Locale): Promise<void> {
  const said = labWords[locale];
  const hand = hands[kind];
  if (!hand) throw new Error(`no hand works in the lab ${kind}, which the task ${id} is set in`);
  // As a link to the task does: the keyboard goes on from there.
  await page.evaluate((anchor) => location.assign(`#${anchor}`), `task-${id}`);
  const lab = await labAt(page, `task-${id}`);
  const open = lab.getByRole('list', { name: said.goals }).getByRole('listitem').filter({ hasText: said.goalOpen });
  await expect(open).not.toHaveCount(0);
  for (const action of actions) {
    await hand({ page, lab, locale, setup }, action);
    const keepsFocus = await lab.evaluate((it) => it.contains(document.activeElement));
    expect(keepsFocus, `the focus stays in the lab after ${JSON.stringify(action)}`).toBe(true);
  }
  await expect(open).toHaveCount(0);
  await press(page, button(lab, said.handIn));
  // The first replay starts a worker.
  await expect(lab.getByText(said.solved)).toBeVisible({ timeout: 20_000 });
}

// In the long form every task; in the quick one so many that every sort of action is done.
const lessons = process.env.HANDRAIL_FULL ? lessonsWithTasks() : everySortOfAction(lessonsWithTasks());

for (const [at, { lesson, tasks }] of lessons.entries()) {
  const of = process.env.HANDRAIL_FULL ? 'every task' : tasks.map(({ id }) => id).join(', ');
  // Neighbours take turns, so that every lab is worked in both languages in the quick form too.
  for (const locale of languages(at % 2 === 0 ? 'en' : 'zh')) {
    test(`${of} of ${lesson} is solved by keyboard alone, by role and name, on a phone with the drawings hidden, in ${locale}`, async ({
      page,
    }) => {
      // A lesson with nine tasks is two hundred presses.
      test.slow();
      await page.goto(`/${locale}/learn/${lesson}`);
      await hideDrawings(page);
      for (const task of tasks) await test.step(task.id, () => solve(page, task, locale));
    });
  }
}
