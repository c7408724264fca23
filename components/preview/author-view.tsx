import { type AuthorProps, LessonBody, type Overrides } from '@/components/lesson/lesson-body';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { lineMark } from '@/lib/curriculum/compile-lines';
import type { LessonText } from '@/lib/curriculum/lesson';
import { type ShownFinding, withExcerpts } from '@/lib/preview/read-excerpt';
import type { LessonPreview, SoundLesson } from '@/lib/preview/read-preview';
import { type Locale, languageTags, otherLocale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import styles from './author-view.module.css';
import { FindingList } from './finding-card';
import { OpenItem } from './open-item';

type Props = { preview: LessonPreview; shown: SoundLesson; locale: Locale };

/**
 * A lesson laid open for its author: both languages section against section, each finding at its line, each question with its key, each task
 * with its solution playing. What can be operated stands in the first column, the page's own language.
 */
export async function AuthorView({ preview, shown, locale }: Props) {
  const { lesson, curriculum } = shown;
  const findings = await withExcerpts(preview.findings.all);
  // The lines of the files are not those of the text below while that is an older one: then every finding stands above it.
  const placed = preview.isLastSound ? [] : findings;
  const first = lesson.texts[locale];
  const second = lesson.texts[otherLocale(locale)];
  const texts = [first, second].filter((text) => text !== undefined);
  const bodies = await Promise.all(
    texts.map((text, at) =>
      LessonBody({
        lesson,
        text,
        curriculum,
        layout: 'preview',
        isSecond: at > 0,
        isInline: true,
        instead: laidOpen({ preview, shown, text, findings: placed, isSecond: at > 0 }),
      }),
    ),
  );
  const unplaced = lesson.items.filter(
    ({ local }) => !texts.some(({ places }) => places.some(({ id, component }) => id === local && component !== 'Lab')),
  );
  const words = previewWords[locale];
  return (
    <>
      <div className={styles.columns} data-languages={texts.length}>
        {texts.map((text, at) => (
          <div key={text.locale} className={at === 0 ? styles.first : styles.second} lang={languageTags[text.locale]}>
            <TextHead text={text} findings={placed} />
            {bodies[at]}
          </div>
        ))}
      </div>
      {unplaced.length > 0 && (
        <section className={styles.unplaced} aria-labelledby="unplaced">
          <h2 id="unplaced">{words.unplaced}</h2>
          <p>{words.unplacedLede}</p>
          {unplaced.map((item) => (
            <div key={item.id} className={styles.pair}>
              {texts.map((text, at) => (
                <div key={text.locale} lang={languageTags[text.locale]}>
                  <OpenItem
                    item={item}
                    locale={text.locale}
                    preview={preview}
                    findings={at === 0 ? placed : []}
                    isSecond={at > 0}
                  />
                </div>
              ))}
            </div>
          ))}
        </section>
      )}
    </>
  );
}

/** Title and lede, and what the check says about the lines above the text. */
function TextHead({ text, findings }: { text: LessonText; findings: readonly ShownFinding[] }) {
  const firstLine = text.body.split('\n').findIndex((line) => line.trim() !== '') + 1;
  const above = findings.filter(({ file, line }) => file === text.file && line < firstLine);
  return (
    <section className={styles.head}>
      <p className={styles.file}>{text.file}</p>
      <p className={styles.title}>{text.title}</p>
      <p className={styles.lede}>{text.lede}</p>
      <FindingList findings={above} locale={text.locale} />
    </section>
  );
}

type Open = Omit<Props, 'locale'> & { text: LessonText; findings: readonly ShownFinding[]; isSecond: boolean };

/** What the author's view draws in place of what learners operate. */
function laidOpen({ preview, shown, text, findings, isSecond }: Open): Overrides {
  const { lesson } = shown;
  const { locale } = text;
  const words = previewWords[locale];
  const item = ({ id }: AuthorProps) => {
    const found = lesson.items.find(({ local }) => local === id);
    return found && <OpenItem item={found} {...{ locale, preview, isSecond }} findings={isSecond ? [] : findings} />;
  };
  const standsBeside = ({ run = '' }) => <p className={styles.stands}>{words.labStands(run)}</p>;
  return {
    Quiz: item,
    Task: item,
    ...(isSecond ? { Lab: standsBeside } : {}),
    [lineMark]: ({ from, to }) => {
      const here = findings.filter(isWithin(text.file, Number(from), Number(to)));
      return (
        <div className={styles.line} data-line={from}>
          <span className={styles.number} aria-hidden="true">
            {from}
          </span>
          <FindingList findings={here} locale={locale} />
        </div>
      );
    },
  };
}

function isWithin(name: string, from: number, to: number): (finding: AuthorError) => boolean {
  return ({ file, line }) => file === name && from <= line && line <= to;
}
