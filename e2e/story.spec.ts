import { labWords } from '../lib/words/lab';
import { languageTags } from '../lib/words/locale';
import { quizWords } from '../lib/words/quiz';
import { languages } from './fixtures/languages';
import { lessonPath } from './fixtures/pages';
import { forget, freePort, startProduct } from './fixtures/product';
import { firstQuestion } from './fixtures/questions';
import { expect, newCredentials, personAt, test } from './fixtures/test';

// The product as one learner meets it, on an installation of its own that is stopped and started in the middle.
for (const locale of languages('zh')) {
  test(`a guest reads, steps the simulator, answers, signs up, and finds it all after a restart (${locale})`, async ({
    page,
    complaints,
  }) => {
    test.setTimeout(180_000);
    // The open page may want to note its place, or ask for drafts, while the machine goes off or is off, and when the cookie has just gone.
    complaints.expect(/ERR_CONNECTION_(REFUSED|RESET).*\/api\/(place|drafts)/);
    complaints.expect(/401 \(Unauthorized\).*\/api\/drafts/);
    const words = quizWords[locale];
    const port = await freePort();
    const first = await startProduct({ port });
    const at = (path: string) => `${first.url}${path}`;
    const { item, right } = await firstQuestion('single-choice');
    const question = page.locator(`[data-quiz="${item}"]`);
    const credentials = newCredentials();
    try {
      await page.goto(at(lessonPath(locale)));
      await expect(page.locator('html')).toHaveAttribute('lang', languageTags[locale]);

      const lab = page.locator('#lab-open');
      await lab.scrollIntoViewIfNeeded();
      // The first page of a server that has just begun.
      await expect(lab).toHaveAttribute('data-live', '', { timeout: 20_000 });
      for (let step = 0; step < 3; step += 1) {
        await lab.getByRole('button', { name: labWords[locale].step, exact: true }).click();
      }
      await expect(lab).toContainText('1234568');

      await question.locator(`input[value="${right.choice}"]`).check();
      await question.getByRole('button', { name: words.check, exact: true }).click();
      await expect(question.locator('form > div > [role=status]')).toContainText(words.right);

      const person = personAt(page, first.url);
      await person.signUp(locale, credentials);
      await page.goto(at(lessonPath(locale)));
      await expect(page.getByRole('banner')).toContainText(credentials.login);
      await expect(question.locator('form > div > [role=status]')).toContainText(words.wasRight);

      expect(await first.stop()).toBe(0);
    } catch (error) {
      await first.kill();
      throw error;
    }

    const second = await startProduct({ port, dataDir: first.dataDir });
    try {
      await page.reload();
      await expect(question.locator('form > div > [role=status]')).toContainText(words.wasRight);
      await page.context().clearCookies();
      await page.reload();
      await expect(question.locator('form > div > [role=status]')).toBeEmpty();
      await personAt(page, second.url).signIn(credentials, locale);
      await page.goto(at(lessonPath(locale)));
      await expect(question.locator('form > div > [role=status]')).toContainText(words.wasRight);
    } finally {
      await second.stop();
      await forget(first.dataDir);
    }
  });
}
