import type { Command } from 'commander';
import type { Who } from '@/lib/access/access';
import { findAccount } from '@/lib/auth/learner-store';
import { parseLogin } from '@/lib/auth/login';
import { siteOrigin } from '@/lib/auth/site-origin';
import { openDatabase } from '@/lib/db/database';
import { env } from '@/lib/env';
import { previewContent } from '@/lib/preview/read-preview';
import { sharedLinks } from '@/lib/preview/shared-links';
import { draftDays, endDraftLink, submitDraftLink } from '@/lib/preview/submit-draft-link';
import { locales } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';

/** Used wrongly, or there is no such draft: one sentence and no stack. */
class DraftFault extends Error {
  override name = 'DraftFault';
}

export function register(program: Command): void {
  const draft = program
    .command('draft')
    .description('show drafts to reviewers: links that are signed, expire and can be ended');
  draft
    .command('link')
    .argument('<lesson>', 'as in its address: tcp-tls/half-close')
    .requiredOption('--by <login>', 'the author or admin who answers for it; the link ends with their role')
    .option('--keys', 'lay questions and tasks open, with keys and solutions')
    .option('--days <days>', `how long it lasts, ${draftDays.least} to ${draftDays.most}`, String(draftDays.usual))
    .description('make a link at which a draft is seen without an account')
    .action(link);
  draft
    .command('links')
    .requiredOption('--by <login>', 'an author or admin')
    .argument('[lesson]', 'of one lesson only')
    .description('the links that are open now')
    .action(links);
  draft
    .command('end')
    .argument('<link>', 'the link, or what stands at its end')
    .requiredOption('--by <login>', 'an author or admin')
    .description('end a link at once')
    .action(end);
}

async function link(lesson: string, { by, keys, days }: { by: string; keys?: true; days: string }): Promise<void> {
  await withDatabase(async () => {
    const who = await author(by);
    const { curriculum } = await previewContent();
    const wish = { lesson, withKeys: keys === true, days: Number(days) };
    const made = await submitDraftLink(who, wish, async (id) => curriculum.lessonById(id)?.draft === true);
    if (made.kind !== 'made') {
      const isThere = curriculum.lessonById(lesson) !== undefined;
      throw new DraftFault(
        made.kind === 'no-draft' && !isThere
          ? `There is no lesson ${lesson} that can be read.`
          : previewWords.en.faults[made.kind],
      );
    }
    console.log(`\nUntil ${made.expiresAt.toISOString()}, ${keys ? 'with keys' : 'as learners would see it'}:\n`);
    for (const locale of locales) console.log(`  ${siteOrigin()}/${locale}/drafts/${made.token}`);
    console.log();
  });
}

async function links(lesson: string | undefined, { by }: { by: string }): Promise<void> {
  await withDatabase(async () => {
    const open = await sharedLinks(await author(by), lesson);
    for (const { token, lesson, withKeys, expiresAt, makerName } of open)
      console.log(
        `${lesson}  ${withKeys ? 'with keys' : 'no keys'}  until ${expiresAt.toISOString()}  by ${makerName}\n  ${siteOrigin()}/en/drafts/${token}`,
      );
    if (open.length === 0) console.log('No link is open.');
  });
}

async function end(address: string, { by }: { by: string }): Promise<void> {
  const token = address.slice(address.lastIndexOf('/') + 1).split(/[?#]/)[0] ?? '';
  await withDatabase(async () => {
    if (!(await endDraftLink(await author(by), token)))
      throw new DraftFault('That is no link of this site that is open.');
    console.log('The link has ended.');
  });
}

async function author(typed: string): Promise<Who> {
  const parsed = parseLogin(typed);
  const account = typeof parsed === 'string' ? null : await findAccount(parsed);
  if (!account) throw new DraftFault(`There is no account ${typed}; \`user list\` shows all.`);
  return { learnerId: account.id, role: account.role, guest: false };
}

/** Joins the running server, or starts the embedded one for as long as this takes. */
async function withDatabase(work: () => Promise<void>): Promise<void> {
  const database = await openDatabase(env());
  try {
    await work();
  } finally {
    await database.close();
  }
}
