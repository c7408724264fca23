import type { CertificatePredictedFrom } from '@/lib/labs/certificate/predict';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';

/** Who is visited and when, the chain that is shown there, who is trusted, and what the checks have said. */
export function PredictedCertificate({ from, locale }: { from: CertificatePredictedFrom; locale: Locale }) {
  const words = predictionWords[locale];
  return (
    <>
      <dl className={own.facts}>
        <Fact name={words.address} text={from.name} />
        <Fact name={words.clock} text={moment(from.at)} />
        <Fact name={words.trusts} text={from.trusted.length > 0 ? from.trusted.join(words.comma) : words.nobody} />
      </dl>
      <ol className={own.chain} aria-label={words.shown}>
        {from.chain.map(({ subject, issuer, names, notBefore, notAfter }) => (
          <li key={`${subject} ${issuer} ${notAfter}`}>
            <b>{subject}</b>
            <span>{words.signedBy(issuer)}</span>
            <span>{words.valid(moment(notBefore), moment(notAfter))}</span>
            {names.length > 0 && <span>{words.forNames(names.join(words.comma))}</span>}
          </li>
        ))}
      </ol>
      {from.checks.length > 0 && (
        <ul className={own.chain} aria-label={words.checked}>
          {from.checks.map(({ check, outcome }) => (
            <li key={check}>
              <b>{words.value(check)}</b>
              <span>{words.value(outcome)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** `2026-11-23 12:00 UTC`, as it is read in every language. */
function moment(at: string): string {
  return at.replace('T', ' ').replace(/(:00)?Z$/, ' UTC');
}
