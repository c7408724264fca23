import type { Page } from '@playwright/test';
import { locales } from '../lib/words/locale';
import { siteWords } from '../lib/words/site';
import { troubleWords } from '../lib/words/trouble';
import { lessonPath, pages } from './fixtures/pages';
import { expect, test } from './fixtures/test';

const open = pages.filter(({ who }) => who === 'anyone');

test.describe('theme', () => {
  const themeSwitch = (page: Page) => page.getByRole('button', { name: siteWords.en.darkTheme });

  test('follows the system until someone chooses', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/en');
    await expect(themeSwitch(page)).toHaveAttribute('aria-pressed', 'true');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(themeSwitch(page)).toHaveAttribute('aria-pressed', 'false');
  });

  test('a chosen theme is there before anything of the page is', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('handrail.theme', 'dark');
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        document.documentElement.dataset.themeAtBody = document.documentElement.dataset.theme ?? 'none';
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto('/en');
    await expect(page.locator('html')).toHaveAttribute('data-theme-at-body', 'dark');
  });

  test('is kept from page to page, and choosing what the system has forgets the choice', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/en');
    await themeSwitch(page).click();
    await page.goto('/en/labs');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await themeSwitch(page).click();
    expect(await page.evaluate(() => localStorage.getItem('handrail.theme'))).toBeNull();
  });

  test('turns while the scripts of the page have not arrived', async ({ page, complaints }) => {
    complaints.expect(/ERR_FAILED|Failed to load/);
    await page.route('**/_next/static/**/*.js', (route) => route.abort());
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/en', { waitUntil: 'domcontentloaded' });
    await themeSwitch(page).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('language', () => {
  test('switching keeps the page and the heading one is at', async ({ page }) => {
    await page.goto(lessonPath('en'));
    const heading = page.locator('main h2[id]').nth(2);
    const id = await heading.getAttribute('id');
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    // Pressed where it is: a click of the mouse would first scroll, and that is another place.
    await page.getByRole('link', { name: '中文' }).evaluate((link: HTMLElement) => link.click());
    await page.waitForURL((url) => url.pathname === lessonPath('zh') && url.hash === `#${id}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });

  test('a chosen language is where the bare address leads', async ({ page }) => {
    await page.goto('/en');
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/zh');
    await page.goto('/');
    await page.waitForURL('**/zh');
  });

  for (const locale of locales) {
    test(`a missing page says so in ${locale}, however deep the address`, async ({ page, complaints }) => {
      complaints.expect(/status of 404/);
      for (const path of [`/${locale}/nothing`, `/${locale}/learn/tcp-tls/nothing`, `/${locale}/a/b/c?d#e`]) {
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(troubleWords[locale].notFoundTitle);
      }
    });
  }
});

test.describe('400 % zoom', () => {
  // 1280 px at 400 % are 320 CSS pixels.
  test.use({ viewport: { width: 320, height: 256 } });
  for (const locale of locales) {
    test(`nothing scrolls sideways in ${locale}`, async ({ page, complaints }) => {
      complaints.expect(/status of 404/);
      for (const listed of open) {
        await page.goto(listed.path(locale));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, listed.name).toBeLessThanOrEqual(320);
      }
    });
  }
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the contents of a lesson open as a sheet, and following a link closes it', async ({ page }) => {
    await page.goto(lessonPath('en'));
    const contents = page.getByRole('navigation', { name: siteWords.en.onThisPage });
    await expect(contents).toBeHidden();
    await page.getByRole('button', { name: siteWords.en.onThisPage }).click();
    await contents.getByRole('link').nth(1).click();
    await expect(contents).toBeHidden();
    await expect(page).toHaveURL(/#/);
  });

  test('what is pressed is at least 24 px in each direction', async ({ page, complaints }) => {
    complaints.expect(/status of 404/);
    for (const listed of open) {
      await page.goto(listed.path('en'));
      const small = await page.locator('header a, nav a, button, summary').evaluateAll((elements) =>
        elements
          .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
      );
      expect(small, listed.name).toEqual([]);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const locale of locales) {
    test(`home, path and lesson read in ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}`);
      await page.locator('[data-lesson] a').first().click();
      await expect(page).toHaveURL(/\/learn\//);
      const here = new URL(page.url()).pathname;
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('article')).toContainText(/[\s\S]{1500}/);
      await page.getByRole('link', { name: locale === 'en' ? '中文' : 'English' }).click();
      await expect(page).toHaveURL(here.replace(`/${locale}/`, locale === 'en' ? '/zh/' : '/en/'));
    });
  }
});

test('the first stop of the keyboard leads past the header', async ({ page }) => {
  await page.goto(lessonPath('en'));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: siteWords.en.skip })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('what has the focus shows it', async ({ page }) => {
  await page.goto('/en');
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline).toBe('solid');
  }
});

test('nothing moves for those who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/en');
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 1).length,
  );
  expect(moving).toBe(0);
});

test('forced colours keep buttons, stations and the place in the navigation', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(lessonPath('en'));
  await expect(page.getByRole('banner')).toBeVisible();
  const here = page.locator('[data-lesson]:has([aria-current="page"])');
  await expect(here).toBeVisible();
  const border = await here.evaluate((element) => getComputedStyle(element, '::before').borderTopWidth);
  expect(border).not.toBe('0px');
});

test('paper carries the lesson, not the site around it', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(lessonPath('en'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
});
