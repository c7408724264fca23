import { tls } from '../tls';
import { tlsField } from '../tls-field';
import { tlsKeys } from '../tls-keys';
import { tlsView } from '../tls-view';

/** What the TLS lab says in English. */
export const words = { tls, tlsField, tlsKeys, tlsView };
