import { locales } from '../lib/words/locale';
import { pages } from './fixtures/pages';
import { expect, test } from './fixtures/test';

const widths = [390, 1280];
const themes = ['light', 'dark'] as const;

for (const listed of pages)
  for (const locale of locales)
    for (const width of widths)
      for (const theme of themes)
        test(`${listed.name} ${locale} ${width} ${theme}`, async ({ page, person, complaints }) => {
          if (listed.status) complaints.expect(/Failed to load resource/);
          await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          if (listed.who === 'guest') await person.becomeGuest();
          if (listed.who === 'signed-in') await person.signUp(locale);
          const answer = await page.goto((await listed.reach?.(page, locale)) ?? listed.path(locale));
          expect(answer?.status()).toBe(listed.status ?? 200);
          await page.evaluate(() => document.fonts.ready);
          // Labs are fetched when they come near: a walk down the page lets all of them arrive.
          await page.evaluate(async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 600) {
              window.scrollTo(0, y);
              await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            }
            window.scrollTo(0, 0);
          });
          await page.waitForLoadState('networkidle');
          const path = `.data/shots/${listed.name}-${locale}-${width}-${theme}.png`;
          await page.screenshot({ path, fullPage: true, animations: 'disabled' });
        });
