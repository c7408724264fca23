import { dnsField } from '../dns-field';
import { httpField } from '../http-field';
import { tcpField } from '../tcp-field';
import { tlsField } from '../tls-field';

/** The fields of all layers under a journey in Chinese: they come with the bytes (components/labs/journey/journey-bytes.tsx). */
export const words: typeof import('../../en/labs/journey-bytes').words = { dnsField, httpField, tcpField, tlsField };
