import type { PredictedFrom as From } from '@/lib/labs/prediction';
import { sides } from '@/lib/labs/tcp/setup';
import type { Locale } from '@/lib/words/locale';
import { predictionWords } from '@/lib/words/prediction';
import own from './kinds/prediction.module.css';

/** The segments that were sent so far, each on the side that sent it, between the states of the two ends. */
export function PredictedFrom({ from, locale }: { from: From; locale: Locale }) {
  const words = predictionWords[locale];
  return (
    <figure className={own.from} aria-label={words.soFar}>
      <dl className={own.states}>
        {sides.map((side) => (
          <div key={side} data-side={side}>
            <dt>{words.sides[side]}</dt>
            <dd>{from[side]}</dd>
          </div>
        ))}
      </dl>
      {from.segments.length === 0 ? (
        <p className={own.none}>{words.nothingSent}</p>
      ) : (
        <ol className={own.segments}>
          {from.segments.map((segment, at) => (
            <li key={keyAt(at)} data-side={segment.from} data-fate={segment.fate}>
              <b>{segment.flags.join(' ')}</b> <span>seq {segment.seq}</span>
              {segment.ack !== null && <span> ack {segment.ack}</span>}
              {segment.text > 0 && <span> {words.bytes(segment.text)}</span>}
              {words.fates[segment.fate] && <i> {words.fates[segment.fate]}</i>}
              <span className="visually-hidden">{words.sentBy(segment.from)}</span>
            </li>
          ))}
        </ol>
      )}
    </figure>
  );
}

/** What has happened does not change: a segment's place is its name. */
function keyAt(place: number): string {
  return String(place);
}
