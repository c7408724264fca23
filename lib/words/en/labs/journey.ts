import { journey } from '../journey';
import { journeyView } from '../journey-view';
import { lab } from '../lab';

/** What the journey lab says in English. */
export const words = { lab, journey, journeyView };
