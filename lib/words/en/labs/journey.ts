import { journey } from '../journey';
import { journeyView } from '../journey-view';

/** What the journey lab says in English. */
export const words = { journey, journeyView };
