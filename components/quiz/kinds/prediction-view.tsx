import { fieldInput, type PublicField, type PublicPrediction } from '@/lib/quiz/public-prediction';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import { PredictedFrom } from '../predicted-from';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import { OptionNote } from '../quiz-context';
import own from './prediction.module.css';

/** What has happened so far, and what is to be said of what comes. */
export function PredictionView({ anchor, question, locale }: KindViewProps<PublicPrediction>) {
  const words = predictionWords[locale];
  const how = words.how(question.ask);
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={how} locale={locale} />
      <PredictedFrom from={question.from} locale={locale} />
      {question.fields.map((field) => (
        <div key={field.name} className={styles.option}>
          <Field id={`${anchor}-${field.name}`} field={field} locale={locale} />
          <OptionNote letter={field.name} id={`${anchor}-${field.name}-note`} />
        </div>
      ))}
    </fieldset>
  );
}

function Field({ id, field: { name, form }, locale }: { id: string; field: PublicField; locale: Locale }) {
  const words = predictionWords[locale];
  const input = { name: `${fieldInput}${name}`, 'aria-describedby': `${id}-note` };
  switch (form.kind) {
    case 'whole':
      return (
        <div className={own.field}>
          <label htmlFor={id}>{words.field(name)}</label>
          <input
            {...input}
            className={styles.box}
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={32}
            required
          />
        </div>
      );
    case 'one':
      return (
        <div className={own.field}>
          <label htmlFor={id}>{words.field(name)}</label>
          <select {...input} className={own.list} id={id} required defaultValue="">
            <option value="">{words.choose}</option>
            {form.of.map((value) => (
              <option key={value} value={value}>
                {words.value(value)}
              </option>
            ))}
          </select>
        </div>
      );
    case 'some':
      return (
        <fieldset className={own.field} aria-labelledby={id} aria-describedby={input['aria-describedby']}>
          <span id={id}>{words.field(name)}</span>
          <div className={own.some}>
            {form.of.map((value) => (
              <label key={value}>
                <input type="checkbox" name={input.name} value={value} />
                <span>{words.value(value)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      );
  }
}
