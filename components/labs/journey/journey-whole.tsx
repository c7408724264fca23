import type { JourneyState } from '@/lib/labs/journey/state';
import type { WholeProps } from '../lab-view';
import styles from './journey.module.css';
import { JourneyWaterfall } from './journey-waterfall';

/** The waterfall of a run's last journey, to its end. */
export function JourneyWhole({ locale, state, named }: WholeProps<JourneyState>) {
  const visit = state.visits.at(-1);
  return (
    <div className={styles.stage} {...(named ? { role: 'group', 'aria-label': named.title } : { 'aria-hidden': true })}>
      {visit && <JourneyWaterfall {...{ locale, state, visit }} picked={null} still />}
    </div>
  );
}
