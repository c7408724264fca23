import type { FormAction } from '@/components/account/form-state';
import type { Classroom } from '@/lib/classes/classroom';
import type { OpenCell } from '@/lib/gradebook/submit-learner-page';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { type Locale, languageTags } from '@/lib/words/locale';
import { nameOf } from './book-table';
import { DecisionForm } from './decision-form';
import { decisionText } from './decision-history';
import styles from './learner.module.css';

type Props = {
  cell: OpenCell;
  names: ReadonlyMap<string, string>;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  cancel: string;
  classroom: Pick<Classroom, 'timeZone'>;
  locale: Locale;
};

/** Where one cell of a learner is decided about: what stands, by whom, and the form. */
export function DecidePanel({ cell, names, action, hidden, cancel, classroom, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  const { timeZone } = classroom;
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const { key, named, entry } = cell;
  const title = nameOf({ named }, locale);
  const stands = entry && entry.kind !== 'removed' ? entry : undefined;
  const { kind, give, excuse, restore, percentLabel, percentHint, reason, reasonHint, save, saving } = words;
  return (
    <section className={styles.decide} id="decide" aria-labelledby="decide-title">
      <h2 id="decide-title">{words.decideTitle(title)}</h2>
      {stands && (
        <p className={styles.said}>
          {words.now}: {decisionText(stands, title, locale)}{' '}
          <bdi>{words.by(names.get(stands.decidedBy) ?? '', time.format(stands.decidedAt))}</bdi>
        </p>
      )}
      <DecisionForm
        action={action}
        hidden={{ ...hidden, column: key, follows: String(entry?.revision ?? 0) }}
        standing={{
          kind: stands?.kind === 'given' || stands?.kind === 'excused' ? stands.kind : '',
          percent: stands?.share == null ? '' : String(Math.round(stands.share * 10_000) / 100),
          reason: stands?.reason ?? '',
        }}
        cancel={cancel}
        words={{
          kind,
          give,
          excuse,
          restore,
          percentLabel,
          percentHint,
          reason,
          reasonHint,
          save,
          saving,
          cancel: words.cancel,
        }}
      />
    </section>
  );
}
