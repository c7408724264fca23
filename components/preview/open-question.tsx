import { AnsweredBytes } from '@/components/quiz/answered-bytes';
import { PredictedFrom } from '@/components/quiz/predicted-from';
import { QuestionFigure } from '@/components/quiz/question-figure';
import { RichText } from '@/components/quiz/rich-text';
import { openGroups } from '@/lib/preview/open-question';
import { openDraws } from '@/lib/preview/open-variant';
import type { ShownFinding } from '@/lib/preview/read-excerpt';
import type { Question } from '@/lib/quiz/question';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import { FindingList } from './finding-card';
import styles from './open.module.css';
import { OpenLines } from './open-lines';

type Props = {
  question: Question;
  locale: Locale;
  /** Where it begins in quiz.yaml. */
  line?: number | undefined;
  findings?: readonly ShownFinding[];
  /** Of two languages on one page, the second leaves its address to the first. */
  isSecond?: boolean;
};

/** A question with everything that its author wrote about it. Drawn on the server, for who may see keys (lib/access/preview.ts). */
export function OpenQuestion({ question, locale, line, findings = [], isSecond = false }: Props) {
  const words = previewWords[locale];
  const { id, kind, use, objective, explanation, hints = [] } = question;
  return (
    <section className={styles.open} id={isSecond ? undefined : id} aria-label={`${words.question} ${id}`}>
      <p className={styles.head}>
        <b>{id}</b> <span>{kind}</span> {objective && <span>{objective}</span>}{' '}
        {use === 'assessed' && <span>{use}</span>} {line !== undefined && <span>{`quiz.yaml:${line}`}</span>}
      </p>
      <FindingList findings={findings} locale={locale} />
      <Asked question={question} locale={locale} />
      <OpenLines groups={openGroups(question)} locale={locale} />
      <Told name={words.explanation} text={explanation} none={words.noExplanation} locale={locale} />
      {hints.length > 0 && (
        <>
          <p className={styles.label}>{words.hints}</p>
          <ol className={styles.hints}>
            {hints.map((hint) => (
              <li key={inLocale(hint, locale)}>
                <RichText text={richText(inLocale(hint, locale))} />
              </li>
            ))}
          </ol>
        </>
      )}
      <Draws question={question} locale={locale} />
    </section>
  );
}

/** What is asked, and what it is asked about. */
function Asked({ question, locale }: { question: Question; locale: Locale }) {
  return (
    <div className={styles.asked}>
      <RichText text={richText(inLocale(question.prompt, locale))} />
      {question.kind === 'fill-in' && <RichText text={richText(inLocale(question.template, locale))} />}
      {question.kind === 'prediction' && <PredictedFrom from={question.from} locale={locale} />}
      {question.kind === 'pointing' &&
        (question.target.in === 'bytes' ? (
          <AnsweredBytes dump={question.target.hex} range={question.target} locale={locale} />
        ) : (
          <QuestionFigure figure={question.target.figure} locale={locale}>
            {null}
          </QuestionFigure>
        ))}
    </div>
  );
}

type ToldProps = { name: string; text: Localized | undefined; none: string; locale: Locale };

function Told({ name, text, none, locale }: ToldProps) {
  return (
    <>
      <p className={styles.label}>{name}</p>
      {text ? <RichText text={richText(inLocale(text, locale))} /> : <p className={styles.untold}>{none}</p>}
    </>
  );
}

/** A variant as three learners could meet it. */
function Draws({ question, locale }: { question: Question; locale: Locale }) {
  const words = previewWords[locale];
  const draws = openDraws(question);
  if (draws.length === 0) return null;
  return (
    <>
      <p className={styles.label}>{words.draws}</p>
      {draws.map((draw, at) => (
        <details key={draw.seed} className={styles.draw} open>
          <summary>{words.draw(at + 1)}</summary>
          {draw.kind === 'drawn' ? (
            <>
              <p className={styles.settings}>
                {draw.numbers.map((number) => (
                  <code key={number}>{number}</code>
                ))}
              </p>
              <Asked question={draw.question} locale={locale} />
              <OpenLines groups={openGroups(draw.question)} locale={locale} />
            </>
          ) : (
            <p className={styles.untold}>
              {words.notDrawn} <code lang="en">{draw.why}</code>
            </p>
          )}
        </details>
      ))}
    </>
  );
}
