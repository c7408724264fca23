import type { FormEvent } from 'react';
import { clearables, type HttpAction, httpActionSchema, switches } from '@/lib/labs/http/action';
import type { HttpState } from '@/lib/labs/http/state';
import { httpViewWords } from '@/lib/words/http-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import { BrowserForm } from './browser-form';
import { HandForm } from './hand-form';
import styles from './http.module.css';
import { HttpPaper } from './http-paper';

type Props = ControlsProps<HttpState, HttpAction>;

const waits = [1_000, 10_000, 60_000, 3_600_000, 86_400_000];
const changeable = ['/etag', '/cache/60', '/range', '/notes/1', '/notes/shared'];

/** What a learner can do: by hand, in the browser, to its memory, to time, as others, and on paper. */
export function HttpControls(props: Props) {
  const { locale, state, allows, press, act } = props;
  const { setup } = state;
  return (
    <div className={styles.controls}>
      {(allows('send') || allows('close')) && (
        <HandForm
          locale={locale}
          host={setup.host}
          draft={setup.draft}
          canSend={allows('send')}
          canClose={allows('close')}
          act={act}
        />
      )}
      <div className={styles.column}>
        {allows('request') && (
          <BrowserForm locale={locale} state={state} canFollow={allows('follow')} press={press} act={act} />
        )}
        <Switches {...props} />
        <LogIn {...props} />
        <Waits {...props} />
        <Others {...props} />
        {(allows('name-fault') || allows('decode')) && <HttpPaper {...props} />}
      </div>
    </div>
  );
}

function Switches({ locale, state, allows, press }: Props) {
  const words = httpViewWords[locale];
  const is = { cache: state.client.usesCache, cookies: state.client.usesCookies, follows: state.follows };
  if (!allows('toggle') && !allows('clear')) return null;
  return (
    <fieldset className={styles.calls}>
      <legend>{words.state}</legend>
      {allows('toggle') &&
        switches.map((what) => (
          <button
            key={what}
            type="button"
            className={lab.button}
            aria-pressed={is[what]}
            {...press({ kind: 'act', action: { kind: 'toggle', what, on: !is[what] } })}
          >
            {words.switches[what]}
          </button>
        ))}
      {allows('clear') &&
        clearables.map((what) => (
          <button
            key={what}
            type="button"
            className={lab.button}
            {...press({ kind: 'act', action: { kind: 'clear', what } })}
          >
            {words.clears[what]}
          </button>
        ))}
    </fieldset>
  );
}

function LogIn({ locale, allows, press, act }: Props) {
  const words = httpViewWords[locale];
  const submit = (event: FormEvent<HTMLFormElement>, make: (data: FormData) => unknown) => {
    event.preventDefault();
    const action = httpActionSchema.safeParse(make(new FormData(event.currentTarget)));
    if (action.success) act?.(action.data);
  };
  if (!allows('log-in') && !allows('use-token') && !allows('log-out')) return null;
  return (
    <fieldset className={styles.calls}>
      <legend>{words.login}</legend>
      {allows('log-in') && (
        <form
          className={styles.line}
          onSubmit={(event) =>
            submit(event, (data) => ({ kind: 'log-in', user: data.get('user'), password: data.get('password') }))
          }
        >
          <label>
            {words.user} <input name="user" autoComplete="off" spellCheck={false} />
          </label>
          <label>
            {words.password} <input name="password" autoComplete="off" spellCheck={false} />
          </label>
          <button type="submit" className={lab.button}>
            {words.logIn}
          </button>
        </form>
      )}
      {allows('use-token') && (
        <form
          className={styles.line}
          onSubmit={(event) => submit(event, (data) => ({ kind: 'use-token', token: data.get('token') }))}
        >
          <label>
            {words.token} <input name="token" autoComplete="off" spellCheck={false} />
          </label>
          <button type="submit" className={lab.button}>
            {words.useToken}
          </button>
        </form>
      )}
      {allows('log-out') && (
        <button type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'log-out' } })}>
          {words.logOut}
        </button>
      )}
    </fieldset>
  );
}

function Waits({ locale, allows, press }: Props) {
  const words = httpViewWords[locale];
  if (!allows('wait')) return null;
  return (
    <fieldset className={styles.calls}>
      <legend>{words.time}</legend>
      {waits.map((ms) => (
        <button key={ms} type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'wait', ms } })}>
          {words.wait(ms)}
        </button>
      ))}
    </fieldset>
  );
}

function Others({ locale, state, allows, press, act }: Props) {
  const words = httpViewWords[locale];
  const victim = allows('victim') && state.setup.relay !== undefined;
  if (!allows('change') && !victim) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const path = new FormData(event.currentTarget).get('path');
    const action = httpActionSchema.safeParse({ kind: 'change', path });
    if (action.success) act?.(action.data);
  };
  return (
    <fieldset className={styles.calls}>
      <legend>{words.others}</legend>
      {allows('change') && (
        <form className={styles.line} onSubmit={submit}>
          <label>
            {words.change}{' '}
            <select name="path">
              {changeable.map((path) => (
                <option key={path}>{path}</option>
              ))}
            </select>
          </label>
          <button type="submit" className={lab.button}>
            {words.doChange}
          </button>
        </form>
      )}
      {victim && (
        <button type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'victim' } })}>
          {words.victim}
        </button>
      )}
    </fieldset>
  );
}
