import type { FormEvent, ReactNode } from 'react';
import { type CertificateAction, certificateActionSchema } from '@/lib/labs/certificate/action';
import { checkNames } from '@/lib/labs/certificate/check';
import { timeTextOf } from '@/lib/labs/certificate/recipe';
import { type CertificateState, serverOf } from '@/lib/labs/certificate/state';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import styles from './certificate.module.css';
import { RequestForms } from './request-forms';

export type Props = ControlsProps<CertificateState, CertificateAction>;

/** Looking, judging, changing the world, being an authority: each where the task at hand allows it. */
export function CertificateControls(props: Props) {
  const { allows } = props;
  return (
    <div className={styles.controls}>
      <Look {...props} />
      {allows('judge') && <Judge {...props} />}
      <Change {...props} />
      <RequestForms {...props} />
    </div>
  );
}

function Look({ locale, state, allows, press }: Props) {
  const words = certificateViewWords[locale];
  const said = certificateLabWords[locale];
  return (
    <fieldset className={styles.group}>
      <legend>{words.look}</legend>
      {allows('visit') && state.servers.length > 1 && (
        <p className={styles.row}>
          {state.servers.map((server) => {
            const judged = state.judgements.find((one) => one.server === server.id);
            return (
              <button
                key={server.id}
                type="button"
                className={lab.button}
                aria-current={server.id === state.server ? 'true' : undefined}
                aria-label={`${words.visit}: ${server.name}${judged ? `, ${judged.right ? words.judgedRight : words.judgedWrong}` : ''}`}
                {...press({ kind: 'act', action: { kind: 'visit', server: server.id } })}
              >
                {judged && <span data-right={judged.right}>{judged.right ? '✓ ' : '✗ '}</span>}
                {server.name}
              </button>
            );
          })}
        </p>
      )}
      <p className={styles.row}>
        {allows('check-next') && (
          <button type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'check-next' } })}>
            {words.checkNext}
          </button>
        )}
        {allows('check-all') && (
          <button type="button" className={lab.button} {...press({ kind: 'act', action: { kind: 'check-all' } })}>
            {words.checkAll}
          </button>
        )}
      </p>
      {allows('check') && (
        <p className={styles.row}>
          {checkNames.map((check) => (
            <button
              key={check}
              type="button"
              className={styles.small}
              aria-label={words.run(said.checks[check].name)}
              {...press({ kind: 'act', action: { kind: 'check', check } })}
            >
              {said.checks[check].name}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}

function Judge({ id, locale, press, act }: Props) {
  const words = certificateViewWords[locale];
  const said = certificateLabWords[locale];
  return (
    <Form act={act} make={(field) => ({ kind: 'judge', answer: 'refuse', check: field('check') })}>
      <fieldset className={styles.group}>
        <legend>{words.judge}</legend>
        <p className={styles.row}>
          <button
            type="button"
            className={lab.button}
            {...press({ kind: 'act', action: { kind: 'judge', answer: 'accept' } })}
          >
            {words.accept}
          </button>
        </p>
        <p className={styles.row}>
          <button type="submit" className={lab.button} disabled={!act}>
            {words.refuse}
          </button>
          <label htmlFor={`${id}-because`}>{words.because}</label>
          <select id={`${id}-because`} name="check">
            {checkNames.map((check) => (
              <option key={check} value={check}>
                {said.checks[check].name}
              </option>
            ))}
          </select>
        </p>
      </fieldset>
    </Form>
  );
}

function Change(props: Props) {
  const { locale, state, allows, act } = props;
  const words = certificateViewWords[locale];
  const deeds = (['trust', 'distrust', 'revoke'] as const).filter((kind) => allows(kind));
  const server = serverOf(state);
  const any = deeds.length > 0 || ['set-clock', 'ask-name', 'change-byte', 'present'].some((kind) => allows(kind));
  if (!any) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{words.change}</legend>
      {deeds.length > 0 && (
        <Form act={act} make={(field, button) => ({ kind: button, certificate: field('certificate') })}>
          <Caption>{words.captions.trust}</Caption>
          <Certificates {...props} />
          {deeds.map((kind) => (
            <button key={kind} type="submit" name="deed" value={kind} className={lab.button} disabled={!act}>
              {words[kind]}
            </button>
          ))}
        </Form>
      )}
      {allows('ask-name') && server && (
        <Form key={server.name} act={act} make={(field) => ({ kind: 'ask-name', name: field('name').trim() })}>
          <Caption>{words.captions.name}</Caption>
          <input
            name="name"
            defaultValue={server.name}
            aria-label={words.nameToAsk}
            autoComplete="off"
            spellCheck={false}
          />
          <Submit act={act}>{words.askName}</Submit>
        </Form>
      )}
      {allows('set-clock') && (
        <Form key={state.now} act={act} make={(field) => ({ kind: 'set-clock', at: field('at').trim() })}>
          <Caption>{words.captions.clock}</Caption>
          <input name="at" defaultValue={timeTextOf(state.now)} aria-label={words.time} autoComplete="off" />
          <Submit act={act}>{words.setClock}</Submit>
        </Form>
      )}
      {allows('present') && server && (
        <Form act={act} make={(field) => ({ kind: 'present', chain: listOf(field('chain')) })}>
          <Caption>{words.captions.chain}</Caption>
          <input
            key={server.presents.join()}
            name="chain"
            defaultValue={server.presents.join(', ')}
            aria-label={`${words.present}: ${words.presentHint}`}
            autoComplete="off"
          />
          <Submit act={act}>{words.presentShort}</Submit>
        </Form>
      )}
      {allows('change-byte') && (
        <Form
          act={act}
          make={(field) => ({
            kind: 'change-byte',
            certificate: field('certificate'),
            at: Number(field('at')),
            to: Number(field('to')),
          })}
        >
          <Caption>{words.captions.byte}</Caption>
          <Certificates {...props} requests />
          <input name="at" type="number" min={0} max={4095} defaultValue={40} aria-label={words.byteAt} />
          <input name="to" type="number" min={0} max={255} defaultValue={0} aria-label={words.byteTo} />
          <Submit act={act}>{words.changeByte}</Submit>
        </Form>
      )}
    </fieldset>
  );
}

/** What one can do something to; a byte may be changed in requests too. */
function Certificates({ locale, state, requests = false }: Props & { requests?: boolean }) {
  return (
    <select name="certificate" aria-label={certificateViewWords[locale].certificate}>
      {[...state.certificates, ...(requests ? state.requests : [])].map(({ id }) => (
        <option key={id} value={id}>
          {id}
        </option>
      ))}
    </select>
  );
}

/** For the eye: the field behind it says more of itself. */
function Caption({ children }: { children: ReactNode }) {
  return (
    <span className={styles.caption} aria-hidden="true">
      {children}
    </span>
  );
}

function Submit({ act, children }: { act: Props['act']; children: ReactNode }) {
  return (
    <button type="submit" className={lab.button} disabled={!act}>
      {children}
    </button>
  );
}

/** `a, b` and `a，b` alike. */
export function listOf(text: string): string[] {
  return text.split(/[,，、\s]+/).filter((part) => part !== '');
}

type FormProps = {
  act: Props['act'];
  /** What the fields amount to; `button` is the value of the one that was pressed. */
  make: (field: (name: string) => string, button: string) => Record<string, unknown>;
  children: ReactNode;
};

/** A small form whose fields make one action; what makes none is not taken, and the first field is shown. */
export function Form({ act, make, children }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
    const button = submitter instanceof HTMLButtonElement ? submitter.value : '';
    const action = certificateActionSchema.safeParse(make((name) => String(data.get(name) ?? ''), button));
    if (action.success) return act?.(action.data);
    const wrong = form.elements.namedItem(String(action.error.issues[0]?.path[0] ?? ''));
    const field = wrong instanceof HTMLElement ? wrong : form.querySelector<HTMLElement>('input, select');
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  };
  return (
    <form className={styles.form} {...(act && { onSubmit: submit })}>
      {children}
    </form>
  );
}
