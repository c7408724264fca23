import type { Classroom } from '@/lib/classes/classroom';
import { drawGradebook } from '@/lib/gradebook/draw-gradebook';
import type { GradebookQuery } from '@/lib/gradebook/gradebook-query';
import type { GradebookPart } from '@/lib/gradebook/submit-gradebook';
import { gradebookWords } from '@/lib/words/gradebook';
import { type Locale, languageTags } from '@/lib/words/locale';
import { DrawnTable } from './drawn-table';
import styles from './gradebook.module.css';
import { GradebookKey } from './gradebook-key';
import { GridKeys } from './grid-keys';
import { handOver } from './handed-over';
import { pictureOf } from './picture-of';

type Props = { part: GradebookPart; query: GradebookQuery; home: string; classroom: Classroom; locale: Locale };

/** The table of one screen in its own scroll region, how it is read, and how new it is. */
export function GradebookTable({ part, query, home, classroom, locale }: Props) {
  const words = gradebookWords[locale];
  const { timeZone, name: className } = classroom;
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const drawing = handOver(drawGradebook(pictureOf({ part, query, locale, className, timeZone })));
  const { foldedAt } = part.screen;
  return (
    <>
      {/* A region that scrolls is reached by keyboard. */}
      <section className={styles.grid} aria-label={words.region} tabIndex={0}>
        <DrawnTable drawing={drawing} />
      </section>
      <GridKeys table="gradebook" />
      <p className={styles.under}>
        <span>{foldedAt ? words.foldedAt(`${time.format(foldedAt)} (${timeZone})`) : words.notFolded}</span>
        <a href={`${home}/marking`}>{words.marking}</a>
      </p>
      <GradebookKey locale={locale} />
    </>
  );
}
