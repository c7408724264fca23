import type { Certificate } from '@/lib/labs/certificate/certificate';
import { sameName, shortName } from '@/lib/labs/certificate/distinguished-name';
import { generalNameText } from '@/lib/labs/certificate/general-name';
import { namesOf } from '@/lib/labs/certificate/match-name';
import { keyBits, type PublicKey } from '@/lib/labs/certificate/public-key';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';

type Props = { certificate: Certificate; locale: Locale; showNames: boolean };

/** What a certificate says, in a few lines. An authority is for no name: only what it signs is. */
export function CertificateFacts({ certificate, locale, showNames }: Props) {
  const words = certificateViewWords[locale];
  const { time } = certificateLabWords[locale];
  const names = namesOf(certificate).map(generalNameText);
  return (
    <dl className={styles.facts}>
      <dt>{words.issuer}</dt>
      <dd>{sameName(certificate.issuer, certificate.subject) ? words.signsItself : shortName(certificate.issuer)}</dd>
      <dt>{words.valid}</dt>
      <dd>
        {dayOf(time(certificate.notBefore))} – {dayOf(time(certificate.notAfter))}
      </dd>
      {(showNames || names.length > 0) && (
        <>
          <dt>{words.names}</dt>
          <dd>{names.length > 0 ? names.join(', ') : words.noNames}</dd>
        </>
      )}
      <dt>{words.key}</dt>
      <dd>
        {keyText(certificate.publicKey, locale)}
        <br />
        <small>{words.digest(certificate.signatureAlgorithm.name)}</small>
      </dd>
    </dl>
  );
}

/** What people call the curves; of any other key the name of its algorithm. */
const curveNames: Readonly<Record<string, string>> = {
  secp256r1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
  'id-Ed25519': 'Ed25519',
  'id-Ed448': 'Ed448',
};

export function keyText(key: PublicKey, locale: Locale): string {
  const words = certificateViewWords[locale];
  if (key.kind === 'rsa') return words.rsa(keyBits(key) ?? 0);
  return key.kind === 'p256' ? words.p256 : (curveNames[key.algorithm] ?? key.algorithm);
}

/** The day, and the time where it is not midnight. */
export function dayOf(time: string): string {
  return time.replace(' 00:00 UTC', '');
}
