import { dnsField } from '../dns-field';
import { httpField } from '../http-field';
import { journey } from '../journey';
import { journeyView } from '../journey-view';
import { lab } from '../lab';
import { tcpField } from '../tcp-field';
import { tlsField } from '../tls-field';

/** What the journey lab says in Chinese. */
export const words: typeof import('../../en/labs/journey').words = {
  lab,
  journey,
  journeyView,
  dnsField,
  httpField,
  tcpField,
  tlsField,
};
