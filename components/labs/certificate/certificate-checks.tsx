import { type CheckName, checkNames, type Finding } from '@/lib/labs/certificate/check';
import { outcomeOf } from '@/lib/labs/certificate/verify-chain';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';

type Props = {
  locale: Locale;
  findings: readonly Finding[];
  /** The checks that were run: of the others nothing is said. */
  seen: readonly CheckName[];
};

/** Every check, what it asks, and what it found. */
export function CertificateChecks({ locale, findings, seen }: Props) {
  const words = certificateViewWords[locale];
  const said = certificateLabWords[locale];
  return (
    <table className={styles.checks}>
      <caption>{words.checks}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.columns.check}</th>
          <th scope="col">{words.columns.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {checkNames.map((check) => {
          const outcome = seen.includes(check) ? outcomeOf(findings, check) : null;
          return (
            <tr key={check} data-outcome={outcome ?? undefined}>
              <th scope="row">
                {said.checks[check].name}
                <small>{said.checks[check].asks}</small>
              </th>
              <td>
                {outcome === null ? words.notRun : said.outcomes[outcome]}
                {outcome !== null && <Why {...{ findings, locale, outcome, check }} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type WhyProps = Omit<Props, 'seen'> & { outcome: Finding['verdict'] | 'not-asked'; check: CheckName };

/** Every reason that is found, each said once. */
function Why({ findings, locale, outcome, check }: WhyProps) {
  const said = certificateLabWords[locale];
  const texts = findings.flatMap((one) => {
    const isTelling = one.check === check && one.verdict === outcome;
    return isTelling && one.reason ? [said.reasons[one.reason](detailOf(one, locale))] : [];
  });
  return [...new Set(texts)].map((text) => <small key={text}>{text}</small>);
}

/** Times come as milliseconds: a sentence wants them as people write them. */
function detailOf({ reason, detail }: Finding, locale: Locale): string {
  const isTime = reason === 'expired' || reason === 'not-yet-valid' || reason === 'revoked';
  return isTime ? certificateLabWords[locale].time(Number(detail)) : (detail ?? '');
}
