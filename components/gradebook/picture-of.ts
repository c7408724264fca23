import { displayName } from '@/lib/classes/display-name';
import type { GradeColumn, NamedColumn } from '@/lib/gradebook/columns';
import type { DrawnColumn, DrawnSort, GradebookPicture } from '@/lib/gradebook/draw-gradebook';
import { type GradebookQuery, gradebookAddress, sortedBy } from '@/lib/gradebook/gradebook-query';
import { hundredths } from '@/lib/gradebook/heat';
import { learnerRef } from '@/lib/gradebook/learner-ref';
import type { ScreenRow, ScreenSort } from '@/lib/gradebook/screen';
import type { GradebookPart } from '@/lib/gradebook/submit-gradebook';
import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { gradebookWords } from '@/lib/words/gradebook';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';

type Given = { part: GradebookPart; query: GradebookQuery; locale: Locale; className: string; timeZone: string };

/** What is drawn of a screen, in the reader's words. Addresses are relative to the gradebook's own: they are short in 2,500 cells. */
export function pictureOf({ part, query, locale, className, timeZone }: Given): GradebookPicture {
  const words = gradebookWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], { month: 'short', day: 'numeric', timeZone });
  const sort = (by: ScreenSort, text: string): DrawnSort => ({
    text,
    href: `gradebook${gradebookAddress(sortedBy(query, by))}`,
    sorted: query.sort === by ? (query.direction === 'up' ? 'ascending' : 'descending') : null,
  });
  // Of the questions of one lesson the learner's page shows that lesson.
  const lesson = query.shown.kind === 'items' ? `?lesson=${query.shown.lesson}` : '';
  return {
    caption: words.caption(className),
    name: sort('name', words.learner),
    facts: [sort('progress', words.progress), sort('risk', words.risk), sort('seen', words.seen)],
    columns: part.columns.map((column, at) => drawnColumn(column, part.firstColumn + at, query, locale)),
    rows: part.screen.rows.map((row, at) => ({
      href: `gradebook/${row.learnerId}${lesson}`,
      shortHref: `?l=${learnerRef(row.learnerId)}${lesson.replace('?', '&')}`,
      name: displayName(row, locale),
      group: row.group,
      facts: factsOf(row, (seenAt) => (seenAt ? date.format(seenAt) : words.never), words),
      cells: part.cells[at] ?? [],
    })),
    words: { excused: words.excused, none: words.none, noName: words.noName },
  };
}

function drawnColumn(
  { column, title }: NamedColumn,
  number: number,
  query: GradebookQuery,
  locale: Locale,
): DrawnColumn {
  const text = plainText(richText(inLocale(title, locale)));
  switch (column.kind) {
    case 'lesson': {
      const shown = { kind: 'items', lesson: column.lesson } as const;
      return {
        text,
        mark: columnMark(column, number),
        href: `gradebook${gradebookAddress({ ...query, shown, columns: 1 })}`,
      };
    }
    case 'assignment':
      return { text, mark: columnMark(column, number), href: `assignments/${column.assignment}` };
    case 'item':
      return { text, mark: columnMark(column, number), href: null };
  }
}

function factsOf(
  { done, of, stuck, seenAt }: ScreenRow,
  seen: (at: Date | null) => string,
  words: (typeof gradebookWords)[Locale],
): string[] {
  const progress = of === 0 ? words.none : words.percent(String(hundredths(done / of)));
  return [progress, stuck === 0 ? words.none : String(stuck), seen(seenAt)];
}

const marks = { lesson: 'l', item: 'i', assignment: 'a' } as const;

/** Where a column stands on a learner's page: the first lesson at `l1`. */
export function columnMark({ kind }: GradeColumn, at: number): string {
  return `${marks[kind]}${at + 1}`;
}
