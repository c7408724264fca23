import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import { JoinedClasses } from '@/components/classes/joined-classes';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { thisSession } from '@/lib/auth/this-request';
import { classesOf } from '@/lib/classes/join-store';
import { accountWords } from '@/lib/words/account';
import { joinWords } from '@/lib/words/join';
import { isLocale } from '@/lib/words/locale';
import { codeAction, leaveAction } from './actions';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ said?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/join', title: joinWords[locale].title });
}

/** Where a code is typed, and where one sees the classes one is in. */
export default async function JoinPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const [session, { said }] = await Promise.all([thisSession(), searchParams]);
  const classes = session && !session.guest ? await classesOf(session.learnerId) : [];
  const words = joinWords[locale];
  return (
    <SitePage locale={locale} path="/join" section="me">
      <PageFrame title={words.title} lede={words.lede} width="narrow">
        {said === 'left' && <Notice>{words.left}</Notice>}
        {said === 'last-instructor' && <Notice kind="problem">{words.lastInstructor}</Notice>}
        <ActionForm
          action={codeAction}
          hidden={{ locale }}
          fields={[{ name: 'code', kind: 'word', label: words.code, hint: words.codeHint }]}
          submit={words.look}
          sending={accountWords[locale].sending}
          tone="primary"
        />
        {(!session || session.guest) && (
          <div className={account.aside}>
            <p>
              <a href={`/${locale}/card`}>{words.haveCard}</a>
            </p>
          </div>
        )}
        {classes.length > 0 && <JoinedClasses classes={classes} leave={leaveAction} locale={locale} />}
      </PageFrame>
    </SitePage>
  );
}
