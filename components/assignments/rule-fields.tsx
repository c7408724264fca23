import type { AssignmentKind } from '@/lib/assignments/read-policy';
import { wallTimeOf } from '@/lib/assignments/wall-time';
import type { AssignmentPolicy } from '@/lib/attempts/policy';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale, Localized } from '@/lib/words/locale';
import { TextField, Tick } from './work-fields';
import styles from './work-form.module.css';

type TitleProps = { locale: Locale; title?: Localized };

export function TitleFields({ locale, title = {} }: TitleProps) {
  const words = assignmentsWords[locale].form;
  return (
    <fieldset>
      <legend>{words.titles}</legend>
      <p className={styles.note}>{words.titleHint}</p>
      <div className={styles.pair}>
        <TextField name="title-en" label={words.title.en} value={title.en} lang="en" />
        <TextField name="title-zh" label={words.title.zh} value={title.zh} lang="zh-Hans" />
      </div>
    </fieldset>
  );
}

type DateProps = { locale: Locale; zone: string; opensAt: Date | null; dueAt: Date };

/** `opensAt` null: when it opened is no longer for anybody to change. */
export function DateFields({ locale, zone, opensAt, dueAt }: DateProps) {
  const words = assignmentsWords[locale];
  return (
    <fieldset>
      <legend>{words.form.times}</legend>
      <p className={styles.note}>{words.zoneNote(zone)}</p>
      <div className={styles.pair}>
        {opensAt && <TextField name="opens" kind="moment" label={words.form.opens} value={wallTimeOf(opensAt, zone)} />}
        <TextField name="due" kind="moment" label={words.form.due} value={wallTimeOf(dueAt, zone)} />
      </div>
    </fieldset>
  );
}

type RuleProps = { locale: Locale; kind: AssignmentKind; policy?: AssignmentPolicy };

/** Tries, credit, feedback and lateness, as far as the kind has them. */
export function RuleFields({ locale, kind, policy }: RuleProps) {
  const words = assignmentsWords[locale].form;
  const quiz = policy?.kind === 'practice' ? undefined : policy;
  return (
    <fieldset>
      <legend>{words.rules}</legend>
      {kind !== 'practice' && (
        <>
          <div className={styles.pair}>
            {kind === 'timed' && (
              <TextField
                name="minutes"
                kind="decimal"
                label={words.minutes}
                value={policy?.kind === 'timed' ? String(policy.minutes) : '45'}
              />
            )}
            <TextField name="tries" kind="number" label={words.tries} value={String(quiz?.tries ?? 1)} />
            <TextField
              name="credit"
              label={words.credit}
              hint={words.creditHint}
              value={(quiz?.credit ?? [1]).map(percent).join(', ')}
            />
          </div>
          <fieldset>
            <legend>{words.feedback}</legend>
            {(['now', 'after-due', 'never'] as const).map((when) => (
              <Tick
                key={when}
                name="feedback"
                value={when}
                kind="radio"
                isTicked={(quiz?.feedback ?? 'after-due') === when}
              >
                {words.feedbacks[when]}
              </Tick>
            ))}
          </fieldset>
        </>
      )}
      <div className={styles.pair}>
        <TextField
          name="late-hours"
          kind="decimal"
          label={words.lateHours}
          hint={words.lateHoursHint}
          value={String(policy?.late.hours ?? 0)}
        />
        {kind !== 'practice' && (
          <TextField
            name="late-credit"
            kind="decimal"
            label={words.lateCredit}
            value={percent(policy?.late.credit ?? 0.5)}
          />
        )}
      </div>
    </fieldset>
  );
}

function percent(share: number): string {
  return String(Math.round(share * 10_000) / 100);
}
