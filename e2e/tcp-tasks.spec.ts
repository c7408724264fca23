import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { type TcpAction, tcpActionSchema } from '../lib/labs/tcp/action';
import { labWords } from '../lib/words/lab';
import type { Locale } from '../lib/words/locale';
import { tcpViewWords } from '../lib/words/tcp-view';
import { labAt, lessonFolder } from './fixtures/labs';
import { languages } from './fixtures/languages';
import { lessonPath } from './fixtures/pages';
import { expect, test } from './fixtures/test';

const solutions = readdirSync(lessonFolder)
  .filter((name) => name.endsWith('.solution.yaml'))
  .map((name) => ({
    id: name.replace('.solution.yaml', ''),
    ...z.object({ actions: z.array(z.unknown()) }).parse(parse(readFileSync(join(lessonFolder, name), 'utf8'))),
  }));

/** Does by name what an author's log says. */
async function perform(lab: Locator, action: TcpAction, locale: Locale): Promise<void> {
  const words = tcpViewWords[locale];
  const press = (name: string | RegExp) => lab.getByRole('button', { name, exact: true }).click();
  const deeds = { deliver: words.deliver, drop: words.drop, duplicate: words.duplicate, delay: words.hold };
  switch (action.kind) {
    case 'next':
      return press(labWords[locale].step);
    case 'send':
      await lab.getByRole('textbox', { name: words.textToSend(words.sides[action.side]) }).fill(action.text);
      return press(words.callOf(words.calls.send, words.sides[action.side]));
    case 'deliver':
    case 'drop':
    case 'duplicate':
    case 'delay':
      return press(new RegExp(`^${words.deed(deeds[action.kind], `${action.segment + 1} ·`)}`));
    case 'replay':
      return press(new RegExp(`^${words.deed(words.comeAgain, `${action.segment + 1} ·`)}`));
    case 'flood':
      return press(words.callOf(words.flood(action.syns), words.sides[action.side]));
    case 'forge':
      return press(new RegExp(`^${words.callOf(`${words.forge}: ${action.flags.join(' ')}`, words.sides[action.to])}`));
    case 'wait':
      return press(words.wait(action.ms < 1_000 ? `${action.ms} ms` : `${action.ms / 1_000} s`));
    default:
      return press(words.callOf(words.calls[action.kind], words.sides[action.side]));
  }
}

/** By the page's own hand: its policy lets nobody else bring styles. */
async function hideDrawings(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg, canvas { display: none !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

for (const locale of languages('zh')) {
  for (const { id, actions } of solutions) {
    test(`the task ${id} is solved by roles and names alone, with svg hidden, in ${locale}`, async ({ page }) => {
      const said = labWords[locale];
      await page.goto(lessonPath(locale));
      await hideDrawings(page);
      const lab = await labAt(page, `task-${id}`);
      const goals = lab.getByRole('list', { name: said.goals }).getByRole('listitem');
      await expect(goals.filter({ hasText: said.goalOpen })).not.toHaveCount(0);
      for (const action of actions) await perform(lab, tcpActionSchema.parse(action), locale);
      await expect(goals.filter({ hasText: said.goalOpen })).toHaveCount(0);
      await lab.getByRole('button', { name: said.handIn }).click();
      // The first replay starts a worker.
      await expect(lab.getByText(said.solved)).toBeVisible({ timeout: 20_000 });
    });
  }
}
