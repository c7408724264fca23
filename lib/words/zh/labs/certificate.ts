import { certificateField } from '../certificate-field';
import { certificateLab } from '../certificate-lab';
import { certificateView } from '../certificate-view';

/** What the certificate lab says in Chinese. */
export const words: typeof import('../../en/labs/certificate').words = {
  certificateLab,
  certificateField,
  certificateView,
};
