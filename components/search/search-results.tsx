import button from '@/components/ui/button.module.css';
import { foundIn } from '@/lib/search/read-found';
import { type Locale, languageTags } from '@/lib/words/locale';
import { searchWords } from '@/lib/words/search';
import { HitText } from './hit-text';
import styles from './search.module.css';

/** The form and what it found. */
export async function SearchResults({ locale, query }: { locale: Locale; query: string }) {
  const words = searchWords[locale];
  const found = query ? await foundIn(locale, query) : undefined;
  return (
    <>
      <search>
        <form className={styles.form} action={`/${locale}/search`}>
          <input
            type="search"
            name="q"
            defaultValue={query}
            aria-label={words.label}
            placeholder={words.placeholder}
            maxLength={100}
            autoComplete="off"
          />
          <button type="submit" className={`${button.button} ${button.primary}`}>
            {words.submit}
          </button>
        </form>
      </search>
      {found && (
        <section aria-label={words.results}>
          <p role="status" className={styles.status}>
            {found.hits.length === 0
              ? words.nothing(query)
              : found.locale === locale
                ? words.found(found.hits.length)
                : words.inOther}
          </p>
          {found.hits.length === 0 && <a href={`/${locale}/glossary`}>{words.glossary}</a>}
          <ul className={styles.hits} lang={languageTags[found.locale]}>
            {found.hits.map(({ hit, text }) => (
              <li key={hit.address}>
                <a href={`/${found.locale}${hit.address}`}>
                  <HitText hit={hit} text={text} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
