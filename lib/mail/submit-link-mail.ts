import { findAccountById } from '@/lib/auth/learner-store';
import { HANDED_MINUTES, insertResetLink, MAILED_MINUTES } from '@/lib/auth/reset-link-store';
import { siteOrigin } from '@/lib/auth/site-origin';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { writeLetter } from '@/lib/mail/letter';
import type { LinkMail } from '@/lib/mail/link-mail';
import { type Mail, sendMail } from '@/lib/mail/send-mail';
import { inLocale } from '@/lib/words/locale';
import { mailWords } from '@/lib/words/mail';

/**
 * Makes the link and mails it. Done again it makes another and the one before ends, so that the newest mail is the one that works. Who has
 * no address any more, or is gone, is mailed nothing.
 */
export async function submitLinkMail(
  { learnerId, letter, locale }: LinkMail,
  deliver: (mail: Mail) => Promise<void> = sendMail,
): Promise<void> {
  const account = await findAccountById(learnerId);
  if (!account?.email || account.suspendedAt) return;
  const token = await insertResetLink(learnerId, letter === 'invite' ? HANDED_MINUTES : MAILED_MINUTES);
  const site = inLocale((await curriculum()).site.name, locale);
  const words = mailWords[locale][letter];
  const name = account.name ?? account.login;
  const written = writeLetter(
    {
      subject: words.subject(site),
      greeting: mailWords[locale].greeting(name),
      before: words.before(site, account.login),
      link: { label: words.link, href: `${siteOrigin()}/${locale}/reset?token=${token}` },
      after: words.after,
      from: site,
    },
    locale,
  );
  await deliver({ to: account.email, ...written });
}
