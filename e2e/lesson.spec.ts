import { lessonWords } from '../lib/words/lesson';
import { languageTags, locales, otherLocale } from '../lib/words/locale';
import { lessonPath } from './fixtures/pages';
import { expect, test } from './fixtures/test';

const firstWords = { en: 'Host A wants to talk to host B.', zh: '主机A想和主机B通信。' };
const term = { en: 'initial sequence number', zh: '初始序列号' };

for (const locale of locales) {
  test.describe(`the lesson in ${locale}`, () => {
    test('prints what the engine computes', async ({ person, page }) => {
      await person.openLesson(locale);
      // The ACK of the handshake: the notes' 1234567 and 7654321, each plus the number that SYN took.
      await expect(page.getByRole('listitem').filter({ hasText: '1234568' }).first()).toBeVisible();
      await expect(page.getByRole('article')).toContainText('7654322');
    });

    test('every place in the contents is a heading of the page', async ({ person, page }) => {
      await person.openLesson(locale);
      const places = await page
        .locator('[data-contents] a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(places.length).toBeGreaterThan(5);
      for (const place of places) await expect(page.locator(`article :is(h2, h3)${place}`)).toHaveCount(1);
    });

    test('the contents mark the section that is being read', async ({ person, page }) => {
      await page.setViewportSize({ width: 1400, height: 900 });
      await person.openLesson(locale);
      await page.locator('#why-not-two').evaluate((heading) => heading.scrollIntoView());
      await expect(page.locator('[data-contents] a[aria-current]')).toHaveAttribute('href', '#why-not-two');
    });

    test('both languages stand beside each other, section by section, questions once', async ({ page }) => {
      await page.goto(lessonPath(locale));
      await page.getByRole('link', { name: lessonWords[locale].beside }).click();
      await expect(page).toHaveURL(/\?beside$/);
      for (const each of [locale, otherLocale(locale)])
        await expect(page.locator(`main [lang="${languageTags[each]}"] section`).first()).toContainText(
          firstWords[each],
        );
      await expect(page.locator('[data-quiz="tcp-tls/three-way-four-way/syn-ack-number"]')).toHaveCount(1);
      const rows = page.locator('section[data-section="why-not-two"]');
      await expect(rows).toHaveCount(2);
      const tops = await rows.evaluateAll((sections) =>
        sections.map((section) => Math.round(section.getBoundingClientRect().top)),
      );
      expect(tops[0]).toBe(tops[1]);
      await page.getByRole('link', { name: lessonWords[locale].alone }).click();
      await expect(page).not.toHaveURL(/beside/);
    });
  });

  test.describe(`without scripts in ${locale}`, () => {
    test.use({ javaScriptEnabled: false });

    test('the lesson reads, a term opens its meaning, a question can be chosen', async ({ person, page }) => {
      await person.openLesson(locale);
      await expect(page.getByText(firstWords[locale])).toBeVisible();
      await page.getByRole('button', { name: term[locale], exact: true }).first().click();
      await expect(
        page.getByRole('note', { name: lessonWords[locale].definition(term[locale]) }).first(),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('note', { name: lessonWords[locale].definition(term[locale]) })).toHaveCount(0);
      await page
        .locator('[data-quiz="tcp-tls/three-way-four-way/syn-ack-number"] input[type="radio"]')
        .first()
        .check({ force: true });
    });
  });
}

/** Words that stand in each lab's engine, and nowhere else in a script. */
const engines = { tcp: 'SYN-RECEIVED', tls: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', certificate: 'keyCertSign' };

test('nothing of a lab is loaded before it nears the screen', async ({ page }) => {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text());
  });
  const loaded = async () => {
    const scripts = (await Promise.all(bodies)).join('\n');
    return Object.entries(engines).flatMap(([lab, word]) => (scripts.includes(word) ? [lab] : []));
  };
  // Nothing ever comes near this screen.
  await page.addInitScript(() => {
    Object.assign(window, {
      IntersectionObserver: class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    });
  });
  await page.goto(lessonPath('en'), { waitUntil: 'networkidle' });
  expect(bodies.length).toBeGreaterThan(5);
  expect(await loaded()).toEqual([]);
  // A finger on it says the same; and the words do stand in what is loaded then.
  await page.locator('#lab-open').dispatchEvent('pointerover');
  await expect(page.locator('#lab-open')).toHaveAttribute('data-live', '');
  expect(await loaded()).toEqual(['tcp']);
});
