import { type FormEvent, useId } from 'react';
import { ingredients, storySteps, type TlsAction, tlsActionSchema } from '@/lib/labs/tls/action';
import type { TlsState } from '@/lib/labs/tls/state';
import { tlsWords } from '@/lib/words/tls';
import { tlsViewWords } from '@/lib/words/tls-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import styles from './tls.module.css';

type Props = ControlsProps<TlsState, TlsAction>;

/** What the learner does on paper: make the master secret of three values, and put the eight steps in order. */
export function TlsPaper(props: Props) {
  const { allows, locale } = props;
  const words = tlsViewWords[locale];
  if (!allows('derive') && !allows('order')) return null;
  // Where nothing else can be done, the paper lies open.
  const isAll = !allows('connect') && !allows('next');
  return (
    <details className={styles.paper} open={isAll}>
      <summary>{words.paper}</summary>
      {allows('derive') && <Derive {...props} />}
      {allows('order') && <Order {...props} />}
    </details>
  );
}

/** An action out of a form's fields, if it is one. */
function submit(event: FormEvent<HTMLFormElement>, act: Props['act'], make: (data: FormData) => unknown) {
  event.preventDefault();
  const action = tlsActionSchema.safeParse(make(new FormData(event.currentTarget)));
  if (action.success) act?.(action.data);
}

const parts = ['secret', 'first', 'second'] as const;

function Derive({ locale, act }: Props) {
  const words = tlsViewWords[locale];
  const id = useId();
  return (
    <form
      className={styles.form}
      onSubmit={(event) =>
        submit(event, act, (data) => ({
          kind: 'derive',
          secret: data.get('secret'),
          first: data.get('first'),
          second: data.get('second'),
        }))
      }
    >
      <fieldset>
        <legend>{words.derive}</legend>
        {parts.map((part) => (
          <label key={part} htmlFor={`${id}-${part}`}>
            {words.deriveOf[part]}{' '}
            <select id={`${id}-${part}`} name={part} defaultValue="session_id">
              {ingredients.map((one) => (
                <option key={one} value={one}>
                  {tlsWords[locale].ingredients[one]}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className={lab.button}>
          {words.compute}
        </button>
      </fieldset>
    </form>
  );
}

/** As they stand in the list before anyone has ordered them: by name, which is no order of events. */
const unordered = [...storySteps].sort();

function Order({ locale, act }: Props) {
  const words = tlsViewWords[locale];
  const id = useId();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => submit(event, act, (data) => ({ kind: 'order', steps: data.getAll('step') }))}
    >
      <fieldset>
        <legend>{words.order}</legend>
        {storySteps.map((_, place) => (
          <label key={`${id}-${unordered[place]}`} htmlFor={`${id}-step-${place}`}>
            {words.orderPlace(place + 1)}{' '}
            <select id={`${id}-step-${place}`} name="step" defaultValue={unordered[place]}>
              {unordered.map((step) => (
                <option key={step} value={step}>
                  {tlsWords[locale].steps[step]}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className={lab.button}>
          {words.checkOrder}
        </button>
      </fieldset>
    </form>
  );
}
