import type { CertificateSetup } from '@/lib/labs/certificate/setup';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { SettingsProps } from '../lab-view';
import styles from './certificate.module.css';

const rules = ['if-known', 'required'] as const;

/** What this machine does when nobody can say whether a certificate was revoked. */
export function CertificateSettings({ locale, setup, onSetup }: SettingsProps<CertificateSetup>) {
  const words = certificateViewWords[locale];
  const choose = onSetup && {
    value: setup.revocation,
    onChange: (event: { target: { value: string } }) =>
      onSetup({ ...setup, revocation: event.target.value === 'required' ? 'required' : 'if-known' }),
  };
  return (
    <fieldset className={styles.settings}>
      <legend>{words.settings}</legend>
      <label>
        {words.revocation}{' '}
        <select {...(choose ?? { defaultValue: setup.revocation })}>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {words.rules[rule]}
            </option>
          ))}
        </select>
      </label>
      <p>{words.settingsHint}</p>
    </fieldset>
  );
}
