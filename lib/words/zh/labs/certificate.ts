import { certificateField } from '../certificate-field';
import { certificateLab } from '../certificate-lab';
import { certificateView } from '../certificate-view';
import { lab } from '../lab';

/** What the certificate lab says in Chinese. */
export const words: typeof import('../../en/labs/certificate').words = {
  lab,
  certificateLab,
  certificateField,
  certificateView,
};
