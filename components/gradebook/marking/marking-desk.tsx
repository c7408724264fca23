import type { FormAction } from '@/components/account/form-state';
import { RichText } from '@/components/quiz/rich-text';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import type { MarkingEntry } from '@/lib/gradebook/marking-store';
import type { MarkingDesk as Desk } from '@/lib/gradebook/submit-marking-desk';
import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import { markingWords } from '@/lib/words/marking';
import learner from '../learner/learner.module.css';
import styles from './marking.module.css';
import { type MarkingQuery, markingAddress } from './marking-address';
import { MarkingForm } from './marking-form';

type Actions = {
  readonly markAction: FormAction;
  readonly unmarkAction: (form: FormData) => Promise<void>;
  readonly flagAction: (form: FormData) => Promise<void>;
};

type Props = {
  desk: Desk;
  query: MarkingQuery;
  home: string;
  classId: string;
  /** Of the learner, where names are shown. */
  learnerHref: string;
  actions: Actions;
  isOpen: boolean;
  timeZone: string;
  locale: Locale;
};

/** One answer with its rubric: what was asked and written on one side, what it is given on the other. */
export function MarkingDesk({ desk, query, home, classId, learnerHref, actions, isOpen, timeZone, locale }: Props) {
  const words = markingWords[locale];
  const { answer, at, of, markings, flag, name } = desk;
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(languageTags[locale]);
  const to = (attemptId: string) => `${home}${markingAddress({ ...query, answer: attemptId, done: '' })}`;
  const [last] = markings;
  const stands = last?.kind === 'marked' ? last : undefined;
  const follows = String(last?.revision ?? 0);
  const hidden = {
    locale,
    class: classId,
    item: query.item,
    answer: answer.attemptId,
    view: query.view,
    names: query.hasNames ? 'shown' : '',
    follows,
  };
  const { comment, commentHint, save, saving, keys } = words;
  return (
    <>
      {desk.heldBy !== undefined && (
        <Notice>
          <p>{words.held(desk.heldBy)}</p>
        </Notice>
      )}
      <p className={styles.bar}>
        <strong>{words.answerOf(number.format(at), number.format(of))}</strong>
        {name !== undefined && (
          <a href={learnerHref}>
            <bdi>{name}</bdi>
          </a>
        )}
        <span>{words.received(time.format(new Date(answer.receivedAt)))}</span>
        <span className={styles.grow} />
        {desk.previous && <a href={to(desk.previous.attemptId)}>{words.previous}</a>}
        {desk.next && <a href={to(desk.next.attemptId)}>{stands ? words.next : words.skip}</a>}
      </p>
      <div className={styles.desk}>
        <section>
          <h2>{words.question}</h2>
          <RichText text={richText(inLocale(answer.question.prompt, locale))} />
          <h2>{words.answer}</h2>
          <p className={styles.answer} dir="auto">
            {answer.text || words.noAnswer}
          </p>
          <p className={learner.hint}>{words.characters(number.format([...answer.text].length))}</p>
          {answer.question.answer && (
            <details>
              <summary>{words.model}</summary>
              <RichText text={richText(inLocale(answer.question.answer, locale))} />
            </details>
          )}
          {flag && (
            <p className={learner.text}>
              <bdi>{words.flaggedBy(flag.by)}</bdi> {flag.note}
            </p>
          )}
          {isOpen && (
            <FlagForm hidden={hidden} isSet={flag !== undefined} action={actions.flagAction} locale={locale} />
          )}
        </section>
        <section>
          <h2>{words.rubric}</h2>
          {isOpen && (
            <MarkingForm
              key={answer.attemptId}
              action={actions.markAction}
              hidden={hidden}
              criteria={answer.question.rubric.map((criterion) => ({
                id: criterion.id,
                most: criterion.points,
                points: stands?.points[criterion.id] === undefined ? '' : String(stands.points[criterion.id]),
                of: words.points(number.format(criterion.points)),
                name: plainText(richText(inLocale(criterion.text, locale))),
                text: (
                  <>
                    <RichText text={richText(inLocale(criterion.text, locale))} />
                    {criterion.guidance && (
                      <div className={styles.guidance}>
                        <RichText text={richText(inLocale(criterion.guidance, locale))} />
                      </div>
                    )}
                  </>
                ),
              }))}
              comment={stands?.comment ?? ''}
              words={{ comment, commentHint, save, saving, keys }}
            />
          )}
          {isOpen && stands && (
            <form action={actions.unmarkAction}>
              {Object.entries(hidden).map(([field, value]) => (
                <input key={field} type="hidden" name={field} value={value} />
              ))}
              <p>
                <button type="submit" className={button.button}>
                  {words.undo}
                </button>
              </p>
            </form>
          )}
        </section>
      </div>
      {markings.length > 0 && (
        <section className={learner.part}>
          <h2>{words.history}</h2>
          <ol className={learner.comments}>
            {markings.map((entry) => (
              <li key={entry.revision}>
                <p className={learner.said}>
                  <bdi>
                    {entryText(entry, desk.names.get(entry.markedBy) ?? '', time.format(entry.markedAt), locale)}
                  </bdi>
                </p>
                {entry.comment && <p className={learner.text}>{entry.comment}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function entryText({ earned, possible }: MarkingEntry, who: string, when: string, locale: Locale): string {
  const words = markingWords[locale];
  if (earned === null) return words.undoneBy(who, when);
  const number = new Intl.NumberFormat(languageTags[locale]);
  return words.markedBy(who, when, words.pointsOf(number.format(earned), number.format(possible)));
}

type FlagProps = {
  hidden: Readonly<Record<string, string>>;
  isSet: boolean;
  action: (form: FormData) => Promise<void>;
  locale: Locale;
};

function FlagForm({ hidden, isSet, action, locale }: FlagProps) {
  const words = markingWords[locale];
  return (
    <form action={action} className={styles.flag}>
      {Object.entries({ ...hidden, flag: isSet ? 'clear' : 'set' }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {!isSet && (
        <label>
          {words.flagNote}
          <input name="note" maxLength={500} autoComplete="off" />
        </label>
      )}
      <button type="submit" className={button.button}>
        {isSet ? words.unflag : words.flag}
      </button>
    </form>
  );
}
