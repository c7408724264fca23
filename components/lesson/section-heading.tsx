import type { ComponentProps } from 'react';
import type { Lesson } from '@/lib/curriculum/lesson';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';
import styles from './lesson.module.css';
import type { Context } from './lesson-components';

type Props = ComponentProps<'h2'> & Context & { level: 2 | 3 };

/** A heading with its own address. Where a part of a long lesson begins, the part before it is summed up first. */
export function SectionHeading({ level, lesson, locale, isSecond = false, id, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const part = lesson.parts.findIndex(({ from }) => from === id);
  return (
    <>
      {part > 0 && <PartSummary lesson={lesson} locale={locale} part={part - 1} />}
      {part >= 0 && <p className={styles.part}>{lessonWords[locale].part(part + 1, lesson.parts.length)}</p>}
      <Heading id={isSecond ? undefined : id} className={styles.heading}>
        {children}
        {id && !isSecond && (
          <a
            href={`#${id}`}
            className={styles.anchor}
            aria-label={lessonWords[locale].sectionLink(textOf(children))}
            data-screen-only
          >
            {/* A drawing, not a "#": the heading's text stays the heading's words. */}
            <svg
              width="14"
              height="14"
              viewBox="0 0 16 16"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              aria-hidden
            >
              <path d="M6.5 2 5 14M11.5 2 10 14M2.5 5.5h11.5M2 10.5h11.5" strokeLinecap="round" />
            </svg>
          </a>
        )}
        {id && !isSecond && (
          <button
            type="button"
            className={styles.notes}
            data-notes={id}
            aria-label={notesWords[locale].open(textOf(children))}
            data-screen-only
          >
            <svg width="14" height="14" viewBox="0 0 16 16" stroke="currentColor" strokeWidth="1.4" aria-hidden>
              <path d="m2.5 13.5.8-3.2 7.6-7.6a1.2 1.2 0 0 1 1.7 0l.7.7a1.2 1.2 0 0 1 0 1.7l-7.6 7.6z" />
            </svg>
          </button>
        )}
      </Heading>
    </>
  );
}

/** Three lines on what one has just read: a place to stop. */
export function PartSummary({ lesson, locale, part }: { lesson: Lesson; locale: Locale; part: number }) {
  const summary = lesson.parts[part]?.summary;
  if (!summary) return null;
  return (
    <div className={styles.summary}>
      <p className={styles.summaryLabel}>{lessonWords[locale].inShort}</p>
      <p>{inLocale(summary, locale)}</p>
    </div>
  );
}

function textOf(children: ComponentProps<'h2'>['children']): string {
  if (Array.isArray(children)) return children.map(textOf).join('');
  return typeof children === 'string' || typeof children === 'number' ? String(children) : '';
}
