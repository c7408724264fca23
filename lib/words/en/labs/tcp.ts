import { tcp } from '../tcp';
import { tcpField } from '../tcp-field';
import { tcpView } from '../tcp-view';

/** What the TCP lab says in English. */
export const words = { tcp, tcpField, tcpView };
