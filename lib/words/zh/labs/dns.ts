import { dns } from '../dns';
import { dnsField } from '../dns-field';
import { dnsView } from '../dns-view';

/** What the DNS lab says in Chinese. */
export const words: typeof import('../../en/labs/dns').words = { dns, dnsField, dnsView };
