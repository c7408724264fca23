import { type Side, sides } from '@/lib/labs/tcp/setup';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';

type Sent = {
  from: Side;
  fate: 'arrived' | 'in-flight' | 'lost';
  what: string;
  facts: readonly string[];
  /** What became of it; empty where it arrived. */
  note: string;
};

type Props = { locale: Locale; states: Readonly<Record<Side, string>>; sent: readonly Sent[] };

/** What was sent so far, each on the side that sent it, between the states of the two ends. */
export function PredictedExchange({ locale, states, sent }: Props) {
  const words = predictionWords[locale];
  return (
    <>
      <dl className={own.states}>
        {sides.map((side) => (
          <div key={side} data-side={side}>
            <dt>{words.sides[side]}</dt>
            <dd>{states[side]}</dd>
          </div>
        ))}
      </dl>
      {sent.length === 0 ? (
        <p className={own.none}>{words.nothingSent}</p>
      ) : (
        <ol className={own.segments}>
          {sent.map(({ from, fate, what, facts, note }, at) => (
            <li key={keyAt(at)} data-side={from} data-fate={fate}>
              <b>{what}</b>
              {facts.map((fact) => (
                <span key={fact}> {fact}</span>
              ))}
              {note && <i> {note}</i>}
              <span className="visually-hidden">{words.sentBy(from)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What has happened does not change: its place is its name. */
function keyAt(place: number): string {
  return String(place);
}
