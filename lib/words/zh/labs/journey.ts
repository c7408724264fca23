import { journey } from '../journey';
import { journeyView } from '../journey-view';
import { lab } from '../lab';

/** What the journey lab says in Chinese. */
export const words: typeof import('../../en/labs/journey').words = { lab, journey, journeyView };
