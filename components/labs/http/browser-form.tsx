import { type FormEvent, useId } from 'react';
import { type HttpAction, httpActionSchema } from '@/lib/labs/http/action';
import { fetchModes } from '@/lib/labs/http/client/look-up';
import type { HttpState } from '@/lib/labs/http/state';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import lab from '../lab.module.css';
import type { Press } from '../lab-view';
import styles from './http.module.css';

type Props = {
  locale: Locale;
  state: HttpState;
  canFollow: boolean;
  press: Press<HttpAction>;
  act?: ((action: HttpAction) => void) | undefined;
};

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What a browser is asked to do: an address, and what else belongs to the request. It adds the rest by itself. */
export function BrowserForm({ locale, state, canFollow, press, act }: Props) {
  const words = httpViewWords[locale];
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const action = actionOf(new FormData(event.currentTarget));
    if (action) act?.(action);
  };
  return (
    <form className={styles.ask} onSubmit={submit}>
      <fieldset>
        <legend>{words.inBrowser}</legend>
        <div className={styles.line}>
          <label>
            {words.method}{' '}
            <select name="method" defaultValue="GET">
              {methods.map((method) => (
                <option key={method}>{method}</option>
              ))}
            </select>
          </label>
          <label className={styles.wide}>
            {words.address}{' '}
            <input
              name="url"
              defaultValue="/etag"
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              required
            />
          </label>
          <button type="submit" className={`${lab.button} ${lab.primary}`}>
            {words.go}
          </button>
          {canFollow && state.redirect && (
            <button type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'follow' } })}>
              {words.follow}
            </button>
          )}
        </div>
        <details className={styles.more}>
          <summary>{words.more}</summary>
          <div className={styles.line}>
            <Choice name="mode" label={words.mode} choices={fetchModes.map((mode) => [mode, words.modes[mode]])} />
            <Choice
              name="as"
              label={words.as}
              choices={[
                ['visit', words.asks.visit],
                ['load', words.asks.load],
              ]}
            />
            <label className={styles.wide}>
              {words.fromPage}{' '}
              <input name="from" spellCheck={false} autoCapitalize="off" placeholder="https://other.example/" />
            </label>
          </div>
          <label htmlFor={`${id}-fields`}>{words.fields}</label>
          <textarea
            id={`${id}-fields`}
            name="fields"
            rows={2}
            spellCheck={false}
            placeholder="Accept: application/json"
          />
          <label htmlFor={`${id}-body`}>{words.content}</label>
          <textarea id={`${id}-body`} name="body" rows={2} spellCheck={false} />
        </details>
      </fieldset>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; choices: readonly (readonly [value: string, name: string])[] };

function Choice({ name, label, choices }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** An action out of the form, if it is one: what is no address or no field never becomes a request. */
function actionOf(data: FormData): HttpAction | null {
  const text = (name: string) => String(data.get(name) ?? '');
  const fields = text('fields')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes(':'))
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')).trim(),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));
  const from = text('from').trim();
  const parsed = httpActionSchema.safeParse({
    kind: 'request',
    method: text('method'),
    url: text('url').trim(),
    fields,
    body: text('body').replaceAll('\r\n', '\n'),
    mode: text('mode') || 'normal',
    as: text('as') || 'visit',
    ...(from === '' ? {} : { from }),
  });
  return parsed.success ? parsed.data : null;
}
