import { certificateViewWords } from '@/lib/words/certificate-view';
import { Fold } from '../fold';
import lab from '../lab.module.css';
import styles from './certificate.module.css';
import { Form, type Props } from './certificate-controls';
import { IssueForm, ownKeys } from './issue-form';
import { ValidityFields } from './validity-fields';

/**
 * What becomes a certificate in the field: a key, a request for a name, and an authority that reads it and signs. Four forms, with
 * forty fields: they stand open where somebody is an authority, or is to become one.
 */
export function RequestForms(props: Props) {
  const { locale, state, allows, isTask } = props;
  if (!(['make-key', 'issue', 'request', 'sign-request'] as const).some((kind) => allows(kind))) return null;
  const { keys, requests, certificates, server } = state;
  const inUse = server === null || keys.length > 0 || requests.length > 0 || certificates.some(({ held }) => held);
  return (
    <Fold className={styles.forms} summary={certificateViewWords[locale].beAnAuthority} open={isTask === true || inUse}>
      {allows('make-key') && <KeyForm {...props} />}
      {allows('issue') && <IssueForm {...props} />}
      {allows('request') && <RequestForm {...props} />}
      {allows('sign-request') && <SignForm {...props} />}
    </Fold>
  );
}

function KeyForm({ id, locale, state, act }: Props) {
  const words = certificateViewWords[locale];
  const made = state.keys.length;
  return (
    <Form act={act} make={(value) => ({ kind: 'make-key', key: `own-${value('key').trim()}` })}>
      <fieldset key={made} className={styles.issue}>
        <legend>{words.makeKey}</legend>
        <label>
          {words.keyName}
          <input
            id={`${id}-key-name`}
            name="key"
            defaultValue={['ca', 'shop'][made] ?? `key-${made + 1}`}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <button type="submit" className={lab.button} disabled={!act}>
          {words.makeKeyShort}
        </button>
        <p className={styles.hint}>{words.keyHint}</p>
      </fieldset>
    </Form>
  );
}

function RequestForm({ id, locale, state, act }: Props) {
  const words = certificateViewWords[locale];
  const made = state.requests.length;
  const mine = [...state.keys.toReversed(), ...ownKeys];
  // A public key is public: one may put anyone's into a request.
  const strangers = state.certificates.map(({ key }) => key).filter((key) => !mine.includes(key));
  const field = (name: string) => ({ id: `${id}-request-${name}`, name });
  return (
    <Form
      act={act}
      make={(value) => ({
        kind: 'request',
        id: value('id').trim(),
        subject: value('subject').trim() || undefined,
        key: value('key'),
        signer: value('signer') === '' ? undefined : value('signer'),
        names: value('names')
          .split(/[,，、\s]+/)
          .filter((name) => name !== ''),
        authority: value('authority') === 'on',
      })}
    >
      <fieldset key={`${made} ${state.keys.length}`} className={styles.issue}>
        <legend>{words.makeRequest}</legend>
        <label>
          {words.requestId}
          <input {...field('id')} defaultValue={`request-${made + 1}`} autoComplete="off" spellCheck={false} />
        </label>
        <label>
          {words.subject}
          <input {...field('subject')} defaultValue="shop.example" autoComplete="off" />
        </label>
        <label>
          {words.forNames}
          <input {...field('names')} defaultValue="shop.example" autoComplete="off" spellCheck={false} />
        </label>
        <label>
          {words.publicKey}
          <select {...field('key')}>
            {mine.map((key) => (
              <option key={key}>{key}</option>
            ))}
            {[...new Set(strangers)].map((key) => (
              <option key={key} value={key}>
                {words.notYours(key)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.signedWith}
          <select {...field('signer')} defaultValue="">
            <option value="">{words.sameKey}</option>
            {mine.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
        <label className={styles.tick}>
          <input {...field('authority')} type="checkbox" />
          {words.askAuthority}
        </label>
        <button type="submit" className={lab.button} disabled={!act}>
          {words.makeRequestShort}
        </button>
      </fieldset>
    </Form>
  );
}

function SignForm({ id, locale, state, act }: Props) {
  const words = certificateViewWords[locale];
  const authorities = state.certificates.filter(({ held, authority }) => held && authority);
  const last = state.requests.at(-1);
  const made = state.certificates.length;
  const isReady = authorities.length > 0 && last !== undefined;
  const field = (name: string) => ({ id: `${id}-sign-${name}`, name });
  return (
    <Form
      act={act}
      make={(value) => ({
        kind: 'sign-request',
        request: value('request'),
        issuer: value('issuer'),
        id: value('id').trim(),
        notBefore: value('notBefore') || undefined,
        notAfter: value('notAfter') || undefined,
        authority: value('authority') === 'on',
      })}
    >
      <fieldset key={`${made} ${last?.id}`} className={styles.issue}>
        <legend>{words.signRequest}</legend>
        {!isReady && <p className={styles.hint}>{words.signHint}</p>}
        {isReady && (
          <>
            <label>
              {words.request}
              <select {...field('request')} defaultValue={last.id}>
                {state.requests.map((one) => (
                  <option key={one.id}>{one.id}</option>
                ))}
              </select>
            </label>
            <label>
              {words.signer}
              <select {...field('issuer')}>
                {authorities.map((one) => (
                  <option key={one.id}>{one.id}</option>
                ))}
              </select>
            </label>
            <label>
              {words.certificateId}
              <input {...field('id')} defaultValue={`cert-${made + 1}`} autoComplete="off" spellCheck={false} />
            </label>
            <ValidityFields id={`${id}-sign`} locale={locale} />
            <label className={styles.tick}>
              <input {...field('authority')} type="checkbox" />
              {words.grantAuthority}
            </label>
            <button type="submit" className={lab.button} disabled={!act}>
              {words.signRequestShort}
            </button>
          </>
        )}
      </fieldset>
    </Form>
  );
}
