import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { thisSession, thisVisit } from '@/lib/auth/this-request';
import type { ClassToJoin } from '@/lib/classes/join-store';
import { lookUpCode } from '@/lib/classes/submit-join';
import { accountWords } from '@/lib/words/account';
import { joinWords } from '@/lib/words/join';
import { isLocale, type Locale } from '@/lib/words/locale';
import { joinAction } from './actions';

type Props = { params: Promise<{ locale: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  // The address opens a class: it goes to no other site, and into no index.
  return {
    ...pageMetadata({ locale, path: '/join', title: joinWords[locale].title }),
    referrer: 'same-origin',
    robots: { index: false },
  };
}

/** What a code opens, before one joins. Who has no account is told nothing of it yet: guessing is counted by account. */
export default async function JoinClassPage({ params }: Props) {
  const { locale, code } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  const words = joinWords[locale];
  const here = `/${locale}/join/${code}`;
  if (!session || session.guest) {
    const onward = `?callbackUrl=${encodeURIComponent(here)}`;
    return (
      <SitePage locale={locale} path={`/join/${code}`} section="me">
        <PageFrame title={words.title} eyebrow={words.signInTitle} lede={words.signIn} width="narrow">
          <p className={account.row}>
            <a className={`${button.button} ${button.primary}`} href={`/${locale}/sign-up${onward}`}>
              {words.makeAccount}
            </a>
            <a className={button.button} href={`/${locale}/sign-in${onward}`}>
              {words.haveAccount}
            </a>
          </p>
          <div className={account.aside}>
            {session && <p>{words.guest}</p>}
            <p>
              <a href={`/${locale}/card`}>{words.haveCard}</a>
            </p>
          </div>
        </PageFrame>
      </SitePage>
    );
  }
  const found = await lookUpCode(session, decoded(code), (await thisVisit()).address);
  return (
    <SitePage locale={locale} path={`/join/${code}`} section="me">
      {typeof found === 'string' ? (
        <PageFrame title={words.title} width="narrow">
          <Notice kind="problem">{words[found]}</Notice>
          <p>
            <a href={`/${locale}/join`}>{words.again}</a>
          </p>
        </PageFrame>
      ) : (
        <PageFrame
          title={<span dir="auto">{found.classroom.name}</span>}
          eyebrow={words.youAreJoining}
          lede={
            found.instructors.length > 0 ? words.by(found.instructors.join(locale === 'zh' ? '、' : ', ')) : undefined
          }
          width="narrow"
        >
          <Found found={found} code={code} locale={locale} />
        </PageFrame>
      )}
    </SitePage>
  );
}

function Found({ found, code, locale }: { found: ClassToJoin; code: string; locale: Locale }) {
  const words = joinWords[locale];
  const { classroom, role, hasAsked, standing } = found;
  const form = {
    action: joinAction,
    hidden: { locale, code, classId: classroom.id },
    fields: [],
    sending: accountWords[locale].sending,
  };
  if (role)
    return (
      <Notice>
        <p>{role === 'learner' ? words.already : words.teach}</p>
        <p>
          {role === 'learner' ? (
            <a href={`/${locale}/assignments`}>{words.toAssignments}</a>
          ) : (
            <a href={`/${locale}/teach/classes/${classroom.id}`}>{words.toClass}</a>
          )}
        </p>
      </Notice>
    );
  if (hasAsked)
    return (
      <>
        <Notice>{words.asked}</Notice>
        <ActionForm {...form} hidden={{ ...form.hidden, do: 'withdraw' }} submit={words.withdraw} />
      </>
    );
  if (standing === 'full') return <Notice kind="problem">{words.full}</Notice>;
  return (
    <>
      <p>{classroom.isPseudonymous ? words.seesPseudonym : words.sees}</p>
      {classroom.join.approves && <p>{words.approves}</p>}
      <ActionForm {...form} submit={classroom.join.approves ? words.ask : words.submit} tone="primary" />
    </>
  );
}

/** An address may hold anything between its slashes. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return '';
  }
}
