import { dns } from '../dns';
import { dnsField } from '../dns-field';
import { dnsView } from '../dns-view';

/** What the DNS lab says in English. */
export const words = { dns, dnsField, dnsView };
