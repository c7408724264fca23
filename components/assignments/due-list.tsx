import button from '@/components/ui/button.module.css';
import type { MyWork } from '@/lib/assignments/my-work';
import { lessonTitle } from '@/lib/assignments/work-tree';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { assignmentsWords } from '@/lib/words/assignments';
import { inLocale, type Locale } from '@/lib/words/locale';
import { ClassTime } from './class-time';
import styles from './due-list.module.css';
import { relativeTime } from './relative-time';
import { numberSaid, percentSaid, workSaid } from './work-said';

type Props = { work: readonly MyWork[]; curriculum: Curriculum; now: Date; locale: Locale };

/** What is due, or was: title, class, date, standing, and the way there. */
export function DueList({ work, curriculum, now, locale }: Props) {
  return (
    <ul className={styles.list}>
      {work.map((one) => (
        <li key={one.assignment.id} className={styles.one} data-state={one.state}>
          <div className={styles.head}>
            <h3>
              <bdi>{inLocale(one.assignment.title, locale)}</bdi>
            </h3>
            <p className={styles.state}>{stateSaid(one, locale)}</p>
          </div>
          <p className={styles.quiet}>
            <bdi>{one.className}</bdi>
            {one.isArchived && ` (${assignmentsWords[locale].mine.archivedClass})`}
            {one.hasLeft && ` (${assignmentsWords[locale].mine.leftClass})`}
            {assignmentsWords[locale].dot}
            {workSaid(one.assignment, locale)}
          </p>
          <When work={one} now={now} locale={locale} />
          <Practice work={one} curriculum={curriculum} locale={locale} />
          <Onward work={one} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function stateSaid({ state, isLate, sittingId }: MyWork, locale: Locale): string {
  const { states } = assignmentsWords[locale].mine;
  const said = state === 'not-yet' ? assignmentsWords[locale].when['not-yet'] : states[doneAs(state, sittingId)];
  return isLate ? [said, states.late].join(assignmentsWords[locale].comma) : said;
}

function doneAs(state: Exclude<MyWork['state'], 'not-yet'>, sittingId: string | null) {
  return state === 'done' && sittingId !== null ? 'handedIn' : state;
}

function When({ work, now, locale }: { work: MyWork; now: Date; locale: Locale }) {
  const words = assignmentsWords[locale].mine;
  const { assignment, dueAt, timeZone: zone, state, takenUntil, isExtended } = work;
  const { late } = assignment.policy;
  const isPast = dueAt <= now;
  const [before = '', after = ''] = (isPast ? words.wasDue('\0') : words.dueAt('\0')).split('\0');
  const isOpen = state === 'begun' || state === 'not-begun';
  return (
    <p className={styles.when}>
      {state === 'not-yet' && <span>{words.opens(relativeTime(assignment.opensAt, now, locale))}</span>}
      <span>
        {before}
        <ClassTime at={dueAt} {...{ zone, locale }} />
        {after}{' '}
        <span
          className={styles.quiet}
        >{`${zone}${assignmentsWords[locale].dot}${relativeTime(dueAt, now, locale)}`}</span>
      </span>
      {isExtended && <span className={styles.mark}>{words.extended}</span>}
      {isOpen && isPast && late.hours > 0 && (
        <span>
          {words.lateUntil(relativeTime(takenUntil, now, locale))}{' '}
          {assignment.policy.kind !== 'practice' &&
            late.credit < 1 &&
            words.lateCredit(percentSaid(late.credit, locale))}
        </span>
      )}
    </p>
  );
}

function Practice({
  work: { units, state },
  curriculum,
  locale,
}: {
  work: MyWork;
  curriculum: Curriculum;
  locale: Locale;
}) {
  if (units.length === 0 || state === 'not-yet') return null;
  const words = assignmentsWords[locale].mine;
  const done = units.filter(({ isDone }) => isDone).length;
  return (
    <div className={styles.practice}>
      <label>
        <progress max={units.length} value={done} /> {words.progress(done, units.length)}
      </label>
      <ul>
        {units.map(({ id, kind, isDone }) => {
          const lesson = kind === 'lesson' ? id : id.slice(0, id.lastIndexOf('/'));
          const found = curriculum.lessonById(lesson);
          const item = curriculum.item(id);
          const local = id.slice(id.lastIndexOf('/') + 1);
          const anchor = kind === 'lesson' ? '' : item?.kind === 'task' ? `#task-${local}` : `#${local}`;
          return (
            <li key={id} data-done={isDone || undefined}>
              <a href={`/${locale}/learn/${lesson}${anchor}`}>
                {found ? lessonTitle(found, locale) : lesson}
                {kind === 'item' && `${assignmentsWords[locale].dot}${local}`}
              </a>
              <span className="visually-hidden">{isDone ? words.states.done : words.states['not-begun']}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Onward({ work, locale }: { work: MyWork; locale: Locale }) {
  const words = assignmentsWords[locale];
  const { assignment, state, sittingId, score, timeFactor } = work;
  const { policy } = assignment;
  const isOpen = state === 'begun' || state === 'not-begun';
  return (
    <div className={styles.onward}>
      {score.kind === 'told' && (
        <strong>{words.mine.score(numberSaid(score.credited, locale), numberSaid(score.possible, locale))}</strong>
      )}
      {state === 'done' && score.kind === 'waiting' && <span>{words.mine.states.waiting}</span>}
      {state === 'done' && score.kind === 'later' && <span>{words.mine.scoreLater}</span>}
      {state === 'done' && score.kind === 'never' && <span>{words.mine.scoreNever}</span>}
      {policy.kind !== 'practice' && isOpen && (
        <form action="/api/forms/sitting" method="post">
          <input type="hidden" name="assignment" value={assignment.id} />
          <input type="hidden" name="locale" value={locale} />
          <button type="submit" className={`${button.button} ${button.primary}`}>
            {sittingId === null ? words.mine.begin : words.mine.goOn}
          </button>
        </form>
      )}
      {policy.kind === 'timed' && isOpen && sittingId === null && (
        <span className={styles.quiet}>
          {words.mine.timedNote(words.minutes(Math.round(policy.minutes * timeFactor * 10) / 10))}
        </span>
      )}
      {sittingId !== null && !isOpen && <a href={`/${locale}/sittings/${sittingId}`}>{words.mine.look}</a>}
    </div>
  );
}
