import { purposes } from '@/lib/labs/certificate/build-certificate';
import { certificateViewWords } from '@/lib/words/certificate-view';
import lab from '../lab.module.css';
import styles from './certificate.module.css';
import { Form, listOf, type Props } from './certificate-controls';
import { ValidityFields } from './validity-fields';

/** Keys that are there for the learner, besides those of the learner's own making. */
export const ownKeys = ['p256-learner-a', 'p256-learner-b', 'p256-server-c', 'p256-server-d', 'rsa-server-b'] as const;
const digests = ['sha256', 'sha384', 'sha1'] as const;

/** Makes a certificate: a root of one's own, or one that is signed by an authority whose key one has. */
export function IssueForm({ id, locale, state, act }: Props) {
  const words = certificateViewWords[locale];
  const signers = state.certificates.filter(({ held }) => held);
  const field = (name: string) => ({ id: `${id}-issue-${name}`, name });
  const made = state.certificates.length - state.given;
  return (
    <Form
      act={act}
      make={(value) => ({
        kind: 'issue',
        id: value('id').trim(),
        subject: orNothing(value('subject').trim()),
        issuer: orNothing(value('issuer')),
        key: value('key'),
        names: listOf(value('names')),
        authority: value('authority') === 'on',
        pathLength: value('authority') === 'on' && value('pathLength') !== '' ? Number(value('pathLength')) : undefined,
        purposes: value('authority') === 'on' ? undefined : [value('purpose')],
        notBefore: orNothing(value('notBefore')),
        notAfter: orNothing(value('notAfter')),
        digest: value('digest'),
      })}
    >
      <fieldset key={`${made} ${state.keys.length}`} className={styles.issue}>
        <legend>{words.make}</legend>
        <label>
          {words.id}
          <input
            {...field('id')}
            defaultValue={made === 0 ? 'my-root' : `mine-${made + 1}`}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <label>
          {words.subject}
          <input {...field('subject')} defaultValue={made === 0 ? 'My Root' : 'shop.example'} autoComplete="off" />
        </label>
        <label>
          {words.signer}
          <select {...field('issuer')} defaultValue={signers[0]?.id ?? ''}>
            <option value="">{words.itself}</option>
            {signers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.key}
          <select {...field('key')} defaultValue={state.keys.at(-1) ?? ownKeys[made % ownKeys.length]}>
            {[...state.keys, ...ownKeys].map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
        <label>
          {words.forNames}
          <input
            {...field('names')}
            defaultValue={made === 0 ? '' : 'shop.example'}
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        <ValidityFields id={`${id}-issue`} locale={locale} />
        <label>
          {words.purpose}
          <select {...field('purpose')}>
            {purposes.map((purpose) => (
              <option key={purpose} value={purpose}>
                {words.purposes[purpose]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.digestLabel}
          <select {...field('digest')}>
            {digests.map((digest) => (
              <option key={digest}>{digest}</option>
            ))}
          </select>
        </label>
        <label>
          {words.pathLength}
          <input {...field('pathLength')} type="number" min={0} max={10} placeholder={words.unlimited} />
        </label>
        <label className={styles.tick}>
          <input {...field('authority')} type="checkbox" defaultChecked={made === 0} />
          {words.authority}
        </label>
        <button type="submit" className={lab.button} disabled={!act}>
          {words.sign}
        </button>
      </fieldset>
    </Form>
  );
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
