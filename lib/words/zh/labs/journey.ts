import { journey } from '../journey';
import { journeyView } from '../journey-view';

/** What the journey lab says in Chinese. */
export const words: typeof import('../../en/labs/journey').words = { journey, journeyView };
