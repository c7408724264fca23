import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import type { GradebookQuery } from '@/lib/gradebook/gradebook-query';
import type { GradebookPart } from '@/lib/gradebook/submit-gradebook';
import { gradebookWords } from '@/lib/words/gradebook';
import type { Locale } from '@/lib/words/locale';

type Props = {
  part: GradebookPart;
  query: GradebookQuery;
  home: string;
  /** Somebody is in the class, and may not be counted yet. */
  hasLearners: boolean;
  locale: Locale;
};

/** A gradebook without learners or without columns: why, and where to go. */
export function GradebookEmpty({ part, query, home, hasLearners, locale }: Props) {
  const words = gradebookWords[locale];
  const place = home.slice(0, home.lastIndexOf('/'));
  const isFiltered = query.name !== '' || query.group !== '';
  const [text, href, link] =
    part.screen.total > 0
      ? query.shown.kind === 'assignments'
        ? [words.noAssignments, `${place}/assignments`, words.toAssignments]
        : [words.noLessons, home, words.allLessons]
      : isFiltered
        ? [words.noMatch, home, words.clear]
        : hasLearners
          ? [words.notFolded, `${place}/roster`, words.toRoster]
          : [words.emptyClass, `${place}/roster`, words.toRoster];
  return (
    <Notice kind="empty">
      <p>{text}</p>
      <p>
        <a className={button.button} href={href}>
          {link}
        </a>
      </p>
    </Notice>
  );
}
