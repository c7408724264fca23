import { http } from '../http';
import { httpField } from '../http-field';
import { httpView } from '../http-view';

/** What the HTTP lab says in Chinese. */
export const words: typeof import('../../en/labs/http').words = { http, httpField, httpView };
