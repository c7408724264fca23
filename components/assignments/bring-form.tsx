'use client';

import { useActionState, useEffect, useId } from 'react';
import button from '@/components/ui/button.module.css';
import field from '@/components/ui/field.module.css';
import { assignmentsWords } from '@/lib/words/assignments';
import { type Locale, languageNames, locales } from '@/lib/words/locale';
import styles from './work-form.module.css';

export type BringState = {
  readonly problem?: string;
  readonly text?: string;
  readonly language?: Locale;
  readonly goTo?: string;
  readonly would?: {
    readonly ready: number;
    readonly of: number;
    readonly questions: readonly { readonly id: string; readonly prompt: string }[];
    readonly faults: readonly string[];
    readonly notes: readonly string[];
  };
};

type Props = {
  action: (before: BringState, form: FormData) => Promise<BringState>;
  hidden: Readonly<Record<string, string>>;
  locale: Locale;
  language: Locale;
};

/** Text or a file in GIFT: first what would come along, then taking it over. */
export function BringForm({ action, hidden, locale, language }: Props) {
  const [state, run, isBusy] = useActionState(action, {});
  const [textId, fileId, languageId] = [useId(), useId(), useId()];
  const words = assignmentsWords[locale].own;
  const { would } = state;
  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
  }, [state]);
  return (
    <form action={run} className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <p role="alert" className={styles.problem}>
          {state.problem}
        </p>
      )}
      {would && (
        <div role="status">
          <p>
            <strong>{would.of === 0 ? words.bringNothing : words.bringReady(would.ready, would.of)}</strong>
          </p>
          <Lines title={words.bringFaults(would.faults.length)} lines={would.faults} />
          <Lines title={words.bringNotes} lines={would.notes} />
          <ol>
            {would.questions.map(({ id, prompt }) => (
              <li key={id}>{prompt.slice(0, 160)}</li>
            ))}
          </ol>
          {would.ready > 0 && (
            <p className={styles.actions}>
              <button
                type="submit"
                name="do"
                value="take"
                className={`${button.button} ${button.primary}`}
                aria-disabled={isBusy || undefined}
              >
                {words.bringTake(would.ready)}
              </button>
            </p>
          )}
        </div>
      )}
      <div className={`${field.field} ${styles.field}`}>
        <label htmlFor={textId}>{words.bringText}</label>
        <textarea
          key={state.text}
          id={textId}
          name="text"
          rows={12}
          spellCheck={false}
          defaultValue={state.text ?? ''}
          placeholder={'::Well-known port::Where does HTTPS listen? {=443 ~80 ~22}'}
        />
      </div>
      <div className={styles.pair}>
        <div className={field.field}>
          <label htmlFor={fileId}>{words.bringFile}</label>
          <p className={field.hint}>{words.bringFileHint}</p>
          <input id={fileId} type="file" name="file" accept=".gift,.txt,text/plain" />
        </div>
        <div className={`${field.field} ${styles.field}`}>
          <label htmlFor={languageId}>{words.bringLanguage}</label>
          <select key={state.language} id={languageId} name="language" defaultValue={state.language ?? language}>
            {locales.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className={styles.actions}>
        <button type="submit" name="do" value="look" className={button.button} aria-disabled={isBusy || undefined}>
          {words.bringLook}
        </button>
      </p>
    </form>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <>
      <p>{title}</p>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
