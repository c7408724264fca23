import { assertNever } from '@/lib/assert-never';
import type { PredictedFrom as From } from '@/lib/labs/prediction';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';
import { PredictedCertificate } from './predicted-certificate';
import { PredictedDns } from './predicted-dns';
import { PredictedExchange } from './predicted-exchange';
import { PredictedHttp } from './predicted-http';
import { PredictedJourney } from './predicted-journey';

/** What a prediction is made from: the run as far as it has gone. */
export function PredictedFrom({ from, locale }: { from: From; locale: Locale }) {
  return (
    <figure className={own.from} aria-label={predictionWords[locale].soFar}>
      <Inside from={from} locale={locale} />
    </figure>
  );
}

function Inside({ from, locale }: { from: From; locale: Locale }) {
  const words = predictionWords[locale];
  const ended = ({ fate }: { fate: keyof typeof words.fates }) => words.fates[fate];
  switch (from.lab) {
    case 'tcp':
      return (
        <PredictedExchange
          locale={locale}
          states={from}
          sent={from.segments.map((segment) => ({
            from: segment.from,
            fate: segment.fate,
            what: segment.flags.join(' '),
            facts: [
              `seq ${segment.seq}`,
              ...(segment.ack === null ? [] : [`ack ${segment.ack}`]),
              ...(segment.text > 0 ? [words.bytes(segment.text)] : []),
            ],
            note: ended(segment),
          }))}
        />
      );
    case 'tls':
      return (
        <PredictedExchange
          locale={locale}
          states={from}
          sent={from.records.map((record) => ({
            from: record.from,
            fate: record.fate,
            what: record.holds || words.piece,
            facts: [words.value(record.isProtected ? 'protected' : 'clear'), words.bytes(record.bytes)],
            note: [record.isChanged ? words.changed : '', ended(record)].filter((part) => part !== '').join(' · '),
          }))}
        />
      );
    case 'certificate':
      return <PredictedCertificate from={from} locale={locale} />;
    case 'dns':
      return <PredictedDns from={from} locale={locale} />;
    case 'http':
      return <PredictedHttp from={from} locale={locale} />;
    case 'journey':
      return <PredictedJourney from={from} locale={locale} />;
    default:
      return assertNever(from);
  }
}
