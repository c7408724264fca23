import { tcp } from '../tcp';
import { tcpField } from '../tcp-field';
import { tcpView } from '../tcp-view';

/** What the TCP lab says in Chinese. */
export const words: typeof import('../../en/labs/tcp').words = { tcp, tcpField, tcpView };
