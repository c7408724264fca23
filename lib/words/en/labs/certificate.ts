import { certificateField } from '../certificate-field';
import { certificateLab } from '../certificate-lab';
import { certificateView } from '../certificate-view';

/** What the certificate lab says in English. */
export const words = { certificateLab, certificateField, certificateView };
