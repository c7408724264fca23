import { type FormEvent, useId } from 'react';
import { type HttpAction, httpActionSchema, namableFaults } from '@/lib/labs/http/action';
import type { HttpState } from '@/lib/labs/http/state';
import { httpWords } from '@/lib/words/http';
import { httpViewWords } from '@/lib/words/http-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import styles from './http.module.css';

type Props = ControlsProps<HttpState, HttpAction>;

/** What the learner does on paper: say what is wrong with a message, and take its content out of its framing. */
export function HttpPaper({ locale, state, allows, act }: Props) {
  const words = httpViewWords[locale];
  const id = useId();
  const { specimens } = state.setup;
  const submit = (event: FormEvent<HTMLFormElement>, make: (data: FormData) => unknown) => {
    event.preventDefault();
    const action = httpActionSchema.safeParse(make(new FormData(event.currentTarget)));
    if (action.success) act?.(action.data);
  };
  if (specimens.length === 0) return null;
  const which = (
    <label>
      {words.specimen}{' '}
      <select name="specimen">
        {specimens.map(({ text }, at) => (
          <option key={text} value={at}>
            {words.specimenOf(at + 1)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset className={styles.paper}>
      <legend>{words.paper}</legend>
      {allows('name-fault') && (
        <form
          className={styles.line}
          onSubmit={(event) =>
            submit(event, (data) => ({
              kind: 'name-fault',
              specimen: Number(data.get('specimen')),
              fault: data.get('fault'),
            }))
          }
        >
          {which}
          <label className={styles.wide}>
            {words.whatIsWrong}{' '}
            <select name="fault">
              {namableFaults.map((fault) => (
                <option key={fault} value={fault}>
                  {fault === 'none' ? words.nothingWrong : httpWords[locale].faultName(fault)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={lab.button}>
            {words.name_fault}
          </button>
        </form>
      )}
      {allows('decode') && (
        <form
          className={styles.decode}
          onSubmit={(event) =>
            submit(event, (data) => ({
              kind: 'decode',
              specimen: Number(data.get('specimen')),
              text: String(data.get('text') ?? '').replaceAll('\r\n', '\n'),
            }))
          }
        >
          {which}
          <label htmlFor={`${id}-content`}>{words.itsContent}</label>
          <textarea id={`${id}-content`} name="text" rows={3} spellCheck={false} autoComplete="off" />
          <button type="submit" className={lab.button}>
            {words.takeOut}
          </button>
        </form>
      )}
    </fieldset>
  );
}
