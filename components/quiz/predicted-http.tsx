import type { HttpPredictedFrom } from '@/lib/labs/http/predict';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';

/** The clock, the exchanges so far, what the browser has kept, and what is asked next. */
export function PredictedHttp({ from, locale }: { from: HttpPredictedFrom; locale: Locale }) {
  const words = predictionWords[locale];
  return (
    <>
      <dl className={own.facts}>
        <div>
          <dt>{words.clock}</dt>
          <dd>{words.secondsIn(from.now)}</dd>
        </div>
        {from.stored.length > 0 && (
          <div>
            <dt>{words.inTheCache}</dt>
            <dd>{from.stored.join(words.comma)}</dd>
          </div>
        )}
        {from.cookies.length > 0 && (
          <div>
            <dt>{words.cookies}</dt>
            <dd>{from.cookies.join(words.comma)}</dd>
          </div>
        )}
      </dl>
      {from.exchanges.length === 0 ? (
        <p>{words.nothingSent}</p>
      ) : (
        <ol className={own.chain} aria-label={words.exchangesSoFar}>
          {from.exchanges.map(({ number, method, path, status, source }) => (
            <li key={number}>
              <b>{`${method} ${path}`}</b>
              <span>{status ?? words.noAnswer}</span>
              <span>{words.value(source)}</span>
            </li>
          ))}
        </ol>
      )}
      <ul className={own.chain} aria-label={words.askedNext}>
        <li>{from.next.map((line, at) => (at === 0 ? <b key={line}>{line}</b> : <span key={line}>{line}</span>))}</li>
      </ul>
    </>
  );
}
