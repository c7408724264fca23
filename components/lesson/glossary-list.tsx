import { Notice } from '@/components/ui/notice';
import type { GlossaryTerm } from '@/lib/curriculum/lesson';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale, languageTags, otherLocale } from '@/lib/words/locale';
import styles from './glossary-list.module.css';
import { MeaningText } from './meaning-text';

/** All terms in the order of the reader's language, each with what the other language calls it. */
export function GlossaryList({ terms, locale }: { terms: readonly GlossaryTerm[]; locale: Locale }) {
  if (terms.length === 0) return <Notice kind="empty">{lessonWords[locale].noTerms}</Notice>;
  const order = new Intl.Collator(languageTags[locale]);
  const sorted = [...terms].sort((a, b) => order.compare(inLocale(a.term, locale), inLocale(b.term, locale)));
  return (
    <dl className={styles.list}>
      {sorted.map((term) => (
        <div key={term.id} id={term.id} className={styles.term}>
          <dt>
            {inLocale(term.term, locale)}
            <OtherName term={term} locale={locale} />
          </dt>
          <dd>
            <MeaningText markdown={inLocale(term.meaning, locale)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OtherName({ term, locale }: { term: GlossaryTerm; locale: Locale }) {
  const other = otherLocale(locale);
  const name = term.term[other];
  if (name === undefined || name === term.term[locale]) return null;
  return <span lang={languageTags[other]}>{name}</span>;
}
