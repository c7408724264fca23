import type { Site } from '@/lib/curriculum/lesson';
import { type Locale, languageNames, languageTags, otherLocale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import { Brand } from './brand';
import { DueCount } from './due-count';
import styles from './site-header.module.css';
import type { Section } from './site-page';
import { ThemeSwitch } from './theme-switch';

type Props = { site: Site; locale: Locale; path: string; section?: Section | undefined; languages: readonly Locale[] };

export function SiteHeader({ site, locale, path, section, languages }: Props) {
  const words = siteWords[locale];
  const other = otherLocale(locale);
  const current = (it: Section) => (section === it ? 'true' : undefined);
  return (
    <header className={styles.bar} data-screen-only>
      <a className={styles.brand} href={`/${locale}`}>
        <Brand site={site} locale={locale} />
      </a>
      <nav className={styles.nav} aria-label={words.navigation}>
        <a href={`/${locale}#paths`} aria-current={current('paths')}>
          {words.paths}
        </a>
        <a href={`/${locale}/labs`} aria-current={current('labs')}>
          {words.labs}
        </a>
        <a href={`/${locale}/review`} aria-current={current('review')}>
          {words.review}
          <DueCount locale={locale} />
        </a>
        <a href={`/${locale}/glossary`}>{words.glossary}</a>
        {/* For those whom it concerns; the progress island knows who they are. */}
        <a href={`/${locale}/assignments`} aria-current={current('assignments')} data-for="inClass" hidden>
          {words.assignments}
        </a>
        <a href={`/${locale}/teach`} aria-current={current('teach')} data-for="teaches" hidden>
          {words.teaching}
        </a>
      </nav>
      <span className={styles.grow} />
      {/* Without scripts a page of its own; with them a dialog (components/comfort/desk.tsx). */}
      <a className={styles.search} href={`/${locale}/search`} data-search>
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden>
          <circle cx="7" cy="7" r="4.7" />
          <path d="m10.6 10.6 3.6 3.6" strokeLinecap="round" />
        </svg>
        <span>{words.search}</span>
      </a>
      {/* The way in for everyone; who is signed in is filled in by the progress island. */}
      <a className={styles.learner} href={`/${locale}/sign-in`} data-learner>
        {words.signIn}
      </a>
      {languages.includes(other) && (
        <a
          className={styles.language}
          href={`/${other}${path}`}
          hrefLang={languageTags[other]}
          title={words.switchLanguage}
          data-language-switch={other}
        >
          <span lang={languageTags[other]}>{languageNames[other]}</span>
        </a>
      )}
      <ThemeSwitch locale={locale} />
    </header>
  );
}
