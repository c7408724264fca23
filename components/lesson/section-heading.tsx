import type { ComponentProps } from 'react';
import type { Lesson } from '@/lib/curriculum/lesson';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './lesson.module.css';

type Props = ComponentProps<'h2'> & { level: 2 | 3; lesson: Lesson; locale: Locale };

/** A heading with its own address. Where a part of a long lesson begins, the part before it is summed up first. */
export function SectionHeading({ level, lesson, locale, id, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const part = lesson.parts.findIndex(({ from }) => from === id);
  return (
    <>
      {part > 0 && <PartSummary lesson={lesson} locale={locale} part={part - 1} />}
      <Heading id={id} className={styles.heading}>
        {part >= 0 && <span className={styles.part}>{lessonWords[locale].part(part + 1, lesson.parts.length)}</span>}
        {children}
        {id && (
          <a
            href={`#${id}`}
            className={styles.anchor}
            aria-label={lessonWords[locale].sectionLink(textOf(children))}
            data-screen-only
          >
            #
          </a>
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
    <aside className={styles.summary} aria-label={lessonWords[locale].inShort}>
      <p className={styles.summaryLabel}>{lessonWords[locale].inShort}</p>
      <p>{inLocale(summary, locale)}</p>
    </aside>
  );
}

function textOf(children: ComponentProps<'h2'>['children']): string {
  if (Array.isArray(children)) return children.map(textOf).join('');
  return typeof children === 'string' || typeof children === 'number' ? String(children) : '';
}
