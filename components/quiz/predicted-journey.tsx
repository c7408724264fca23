import type { JourneyPredictedFrom } from '@/lib/labs/journey/predict';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';

/** The network, the journeys so far, what the browser remembers of them, and the address that is typed next. */
export function PredictedJourney({ from, locale }: { from: JourneyPredictedFrom; locale: Locale }) {
  const words = predictionWords[locale];
  const remembered = [
    [words.knownNames, from.names.map(({ host, left }) => words.nameLeft(host, left))],
    [words.inTheCache, from.stored],
    [words.httpsOnly, from.hsts],
    [words.tickets, from.tickets],
    [words.openConnections, counted(from.open).map(([host, count]) => words.times(host, count))],
  ] as const;
  return (
    <>
      <dl className={own.facts}>
        <div>
          <dt>{words.clock}</dt>
          <dd>{words.secondsIn(from.now)}</dd>
        </div>
        <div>
          <dt>{words.network}</dt>
          <dd>{words.line(from)}</dd>
        </div>
        {remembered
          .filter(([, entries]) => entries.length > 0)
          .map(([name, entries]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{entries.join(words.comma)}</dd>
            </div>
          ))}
      </dl>
      {from.journeys.length === 0 ? (
        <p>{words.nothingSent}</p>
      ) : (
        <ol className={own.chain} aria-label={words.journeysSoFar}>
          {from.journeys.map(({ number, typed, outcome, took, requests }) => (
            <li key={number}>
              <b>{typed}</b>
              <span>{words.value(outcome)}</span>
              <span>{words.took(took, requests)}</span>
            </li>
          ))}
        </ol>
      )}
      <ul className={own.chain} aria-label={words.typedNext}>
        <li>
          <b>{from.next}</b>
        </li>
      </ul>
    </>
  );
}

/** Each name once, with how often it is there. */
function counted(names: readonly string[]): [string, number][] {
  return [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]);
}
