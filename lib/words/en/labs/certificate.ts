import { certificateField } from '../certificate-field';
import { certificateLab } from '../certificate-lab';
import { certificateView } from '../certificate-view';
import { lab } from '../lab';

/** What the certificate lab says in English. */
export const words = { lab, certificateLab, certificateField, certificateView };
