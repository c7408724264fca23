import AxeBuilder from '@axe-core/playwright';
import { locales } from '../lib/words/locale';
import { pages } from './fixtures/pages';
import { expect, test } from './fixtures/test';

for (const listed of pages) {
  for (const locale of locales) {
    test(`axe finds nothing on ${listed.name} in ${locale}, light and dark`, async ({ page, person, complaints }) => {
      if (listed.status) complaints.expect(new RegExp(`status of ${listed.status}`));
      if (listed.who === 'signed-in') await person.signUp(locale);
      if (listed.who === 'guest') await person.becomeGuest();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(listed.path(locale), { waitUntil: 'load' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }));
        expect(found, `${colorScheme} theme`).toEqual([]);
      }
    });
  }
}
