import { diagnose } from '@/lib/labs/journey/diagnose';
import { retransmissions } from '@/lib/labs/journey/stalls';
import type { JourneyState } from '@/lib/labs/journey/state';
import type { Visit } from '@/lib/labs/journey/visit';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import styles from './journey.module.css';
import { nameOfRequest, requestName } from './journey-labels';

type Props = { locale: Locale; state: JourneyState; visit: Visit };

/** Where the time went, in figures; what follows from them is the reader's to say. */
export function JourneyFacts({ locale, state, visit }: Props) {
  const words = journeyViewWords[locale];
  const { time } = journeyWords[locale];
  const { total, chain, roundTrips, longestStop } = diagnose(visit, state.world.connections);
  const again = state.world.connections
    .filter(({ id, startedAt }) => visit.connections.includes(id) && startedAt >= visit.startedAt)
    .reduce((sum, connection) => sum + retransmissions(connection), 0);
  const trips = Object.entries(words.trips).flatMap(([kind, name]) => {
    const count = Object.entries(roundTrips).find(([one]) => one === kind)?.[1] ?? 0;
    return count > 0 ? [`${name} ${count}`] : [];
  });
  return (
    <fieldset className={styles.facts} aria-label={words.facts}>
      <p className={styles.head}>{words.facts}</p>
      <p>{words.total(time(total))}</p>
      <p className={styles.subhead}>{words.chain}</p>
      <ol>
        {chain.map(({ request, phases }) => (
          <li key={request.id}>
            {words.chainLink(
              nameOfRequest(request),
              phases.map(({ kind, from, to }) => `${words.phases[kind]} ${time(to - from)}`).join(' · ') || time(0),
            )}
          </li>
        ))}
      </ol>
      {trips.length > 0 && <p>{`${words.roundTrips}: ${trips.join(' · ')}`}</p>}
      <p>
        {longestStop && longestStop.to - longestStop.from >= 1
          ? words.stop(requestName(state, longestStop.request), time(longestStop.to - longestStop.from))
          : words.noStop}
      </p>
      {again > 0 && <p>{words.lostCount(again)}</p>}
      {[...state.world.alternatives].map(([host, value]) => (
        <p key={host}>{words.http3(host, value)}</p>
      ))}
    </fieldset>
  );
}
