import { tls } from '../tls';
import { tlsField } from '../tls-field';
import { tlsKeys } from '../tls-keys';
import { tlsView } from '../tls-view';

/** What the TLS lab says in Chinese. */
export const words: typeof import('../../en/labs/tls').words = { tls, tlsField, tlsKeys, tlsView };
