import account from '@/components/account/account.module.css';
import type { Role } from '@/lib/auth/role';
import type { JoinedClass } from '@/lib/classes/join-store';
import { joinWords } from '@/lib/words/join';
import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';

type Props = { classes: readonly JoinedClass[]; role: Role; locale: Locale };

/** The ways to what somebody's classes ask of them, on their own page. */
export function ClassLinks({ classes, role, locale }: Props) {
  const words = siteWords[locale];
  const teaches = role === 'instructor' || role === 'admin' || classes.some((one) => one.role !== 'learner');
  return (
    <p className={account.row}>
      {classes.some((one) => one.role === 'learner') && <a href={`/${locale}/assignments`}>{words.assignments}</a>}
      {teaches && <a href={`/${locale}/teach`}>{words.teaching}</a>}
      <a href={`/${locale}/join`}>{classes.length > 0 ? joinWords[locale].classesTitle : joinWords[locale].title}</a>
    </p>
  );
}
