import { dns } from '../dns';
import { dnsField } from '../dns-field';
import { dnsView } from '../dns-view';
import { lab } from '../lab';

/** What the DNS lab says in English. */
export const words = { lab, dns, dnsField, dnsView };
