import type { DnsPredictedFrom } from '@/lib/labs/dns/predict';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';

/** The clock, the messages so far, and what the resolver remembers. */
export function PredictedDns({ from, locale }: { from: DnsPredictedFrom; locale: Locale }) {
  const words = predictionWords[locale];
  const said = (name: string) => words.value(name).replace(/\.$/, '');
  return (
    <>
      <dl className={own.facts}>
        <div>
          <dt>{words.clock}</dt>
          <dd>{words.secondsIn(from.now)}</dd>
        </div>
      </dl>
      {from.messages.length === 0 ? (
        <p>{words.nothingSent}</p>
      ) : (
        <ol className={own.chain} aria-label={words.messagesSoFar}>
          {from.messages.map((message) => (
            <li key={message.number}>
              <b>{words.value(message.gist)}</b>
              <span>{words.goes(said(message.from), said(message.to))}</span>
              <span>{message.question}</span>
            </li>
          ))}
        </ol>
      )}
      {from.cache.length > 0 && (
        <ul className={own.chain} aria-label={words.remembered}>
          {from.cache.map(({ name, type, data, left }) => (
            <li key={`${name} ${type}`}>
              <b>{`${name} ${type}`}</b>
              <span>{data}</span>
              <span>{words.secondsLeft(left)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
