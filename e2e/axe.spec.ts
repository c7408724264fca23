import type AxeBuilder from '@axe-core/playwright';
import { axe } from './fixtures/axe';
import { languages } from './fixtures/languages';
import { pages } from './fixtures/pages';
import { expect, test } from './fixtures/test';

for (const [at, listed] of pages.entries()) {
  // Neighbouring pages take turns, so that both languages are looked at in the quick form too.
  for (const locale of languages(at % 2 === 0 ? 'en' : 'zh')) {
    test(`axe finds nothing on ${listed.name} in ${locale}, light and dark`, async ({ page, person, complaints }) => {
      // A lesson with fifteen labs is ten thousand elements to look at.
      test.slow();
      if (listed.status) complaints.expect(new RegExp(`status of ${listed.status}`));
      if (listed.who === 'signed-in') await person.signUp(locale);
      if (listed.who === 'guest') await person.becomeGuest();
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto((await listed.reach?.(page, locale)) ?? listed.path(locale), { waitUntil: 'load' });
      expect(await findings(axe(page)), 'light theme').toEqual([]);
      // The theme changes colours and nothing else: in the dark, what depends on colour is looked at again.
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await findings(axe(page).withRules(['color-contrast', 'link-in-text-block'])), 'dark theme').toEqual([]);
    });
  }
}

async function findings(builder: AxeBuilder) {
  const { violations } = await builder.analyze();
  return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
}
