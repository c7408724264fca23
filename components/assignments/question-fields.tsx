import { type OwnKind, rowsOf } from '@/lib/assignments/question-rows';
import type { Question } from '@/lib/quiz/question';
import { formsOf } from '@/lib/quiz/words-key';
import { assignmentsWords } from '@/lib/words/assignments';
import { type Locale, type Localized, languageTags, locales } from '@/lib/words/locale';
import styles from './question-fields.module.css';
import { PartError, TextField, Tick } from './work-fields';
import form from './work-form.module.css';

type Props = { kind: OwnKind; question?: Question; locale: Locale };

/** Everything that a question of one kind consists of, in boxes. */
export function QuestionFields({ kind, question, locale }: Props) {
  const words = assignmentsWords[locale].own;
  return (
    <>
      <fieldset>
        <legend>{words.words}</legend>
        <p className={form.note}>{words.wordsHint}</p>
        <TwoTexts name="prompt" label={words.prompt} text={question?.prompt} locale={locale} />
        {kind !== 'written' && (
          <TwoTexts name="explanation" label={words.explanation} text={question?.explanation} locale={locale} />
        )}
        {kind !== 'written' && <p className={form.note}>{words.explanationHint}</p>}
      </fieldset>
      <KindFields kind={kind} question={question} locale={locale} />
    </>
  );
}

type KindProps = { kind: OwnKind; question: Question | undefined; locale: Locale };

function KindFields({ kind, question, locale }: KindProps) {
  switch (kind) {
    case 'single-choice':
    case 'multiple-choice':
      return <OptionFields kind={kind} question={question} locale={locale} />;
    case 'short-text':
      return <WordsFields question={question} locale={locale} />;
    case 'numeric':
      return <NumberFields question={question} locale={locale} />;
    case 'written':
      return <RubricFields question={question} locale={locale} />;
  }
}

type PartProps = { question: Question | undefined; locale: Locale };

function OptionFields({ kind, question, locale }: PartProps & { kind: 'single-choice' | 'multiple-choice' }) {
  const words = assignmentsWords[locale].own;
  const options = question?.kind === kind ? question.options : [];
  return (
    <fieldset>
      <legend>{words.options}</legend>
      <p className={form.note}>{words.optionsHint}</p>
      <PartError name="options" />
      {numbers(rowsOf.options).map((row) => {
        const option = options[row - 1];
        return (
          <div key={row} className={styles.row}>
            <Tick
              name="right"
              value={String(row)}
              kind={kind === 'single-choice' ? 'radio' : 'checkbox'}
              isTicked={option?.right === true}
            >
              {words.isRight(row)}
            </Tick>
            <TwoTexts name={`option-${row}`} label={words.option(row)} text={option?.text} locale={locale} isLine />
            <TwoTexts
              name={`feedback-${row}`}
              label={words.feedback(row)}
              text={option?.feedback}
              locale={locale}
              isLine
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function WordsFields({ question, locale }: PartProps) {
  const words = assignmentsWords[locale].own;
  const known = question?.kind === 'short-text' ? question : undefined;
  const near = known?.near[0];
  return (
    <>
      <fieldset>
        <legend>{words.accept}</legend>
        <TextField
          name="accept"
          kind="lines"
          label={words.accept}
          hint={words.acceptHint}
          value={known && formsOf(known.accept).join('\n')}
        />
        <Tick name="exact-case" value="yes" isTicked={known?.case === 'exact'}>
          {words.exactCase}
        </Tick>
      </fieldset>
      <fieldset>
        <legend>{words.near}</legend>
        <TextField
          name="near"
          kind="lines"
          label={words.near}
          hint={words.nearHint}
          value={near?.accept && formsOf(near.accept).join('\n')}
        />
        <TwoTexts name="near-said" label={words.nearSaid} text={near?.feedback} locale={locale} />
      </fieldset>
    </>
  );
}

function NumberFields({ question, locale }: PartProps) {
  const words = assignmentsWords[locale].own;
  const known = question?.kind === 'numeric' ? question : undefined;
  const tolerance = known?.tolerance === 0 ? '' : known?.tolerance;
  return (
    <fieldset>
      <legend>{words.value}</legend>
      <div className={form.pair}>
        <TextField name="value" kind="decimal" label={words.value} value={known && String(known.value)} />
        <TextField
          name="tolerance"
          label={words.tolerance}
          hint={words.toleranceHint}
          value={tolerance === undefined ? undefined : String(tolerance)}
        />
        <TextField
          name="unit"
          label={words.unit}
          hint={words.unitHint}
          value={known?.unit?.[locale] ?? known?.unit?.en}
        />
      </div>
      {numbers(rowsOf.mistakes).map((row) => {
        const mistake = known?.mistakes[row - 1];
        return (
          <div key={row} className={styles.row}>
            <TextField
              name={`mistake-${row}`}
              kind="decimal"
              label={words.mistake(row)}
              value={mistake && String(mistake.value)}
              isShort
            />
            <TwoTexts
              name={`mistake-said-${row}`}
              label={words.mistakeSaid(row)}
              text={mistake?.feedback}
              locale={locale}
              isLine
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function RubricFields({ question, locale }: PartProps) {
  const words = assignmentsWords[locale].own;
  const known = question?.kind === 'written' ? question : undefined;
  return (
    <fieldset>
      <legend>{words.rubric}</legend>
      <p className={form.note}>{words.rubricHint}</p>
      {numbers(rowsOf.criteria).map((row) => {
        const criterion = known?.rubric[row - 1];
        return (
          <div key={row} className={styles.row}>
            <TwoTexts
              name={`criterion-${row}`}
              label={words.criterion(row)}
              text={criterion?.text}
              locale={locale}
              isLine
            />
            <TextField
              name={`points-${row}`}
              kind="number"
              label={words.points(row)}
              value={criterion && String(criterion.points)}
              isShort
            />
          </div>
        );
      })}
      <TwoTexts name="answer" label={words.modelAnswer} text={known?.answer} locale={locale} />
    </fieldset>
  );
}

type TwoProps = { name: string; label: string; text: Localized | undefined; locale: Locale; isLine?: boolean };

/** A text in both languages, beside each other where there is room; the page's own first. */
function TwoTexts({ name, label, text, locale, isLine = false }: TwoProps) {
  const words = assignmentsWords[locale];
  const inOrder = [...locales].sort((one) => (one === locale ? -1 : 1));
  return (
    <div className={form.pair}>
      {inOrder.map((one) => (
        <TextField
          key={one}
          name={`${name}-${one}`}
          kind={isLine ? 'text' : 'lines'}
          label={[label, words.own.locales[one]].join(words.dot)}
          value={text?.[one]}
          lang={languageTags[one]}
        />
      ))}
    </div>
  );
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
