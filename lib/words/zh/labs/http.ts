import { http } from '../http';
import { httpField } from '../http-field';
import { httpView } from '../http-view';
import { lab } from '../lab';

/** What the HTTP lab says in Chinese. */
export const words: typeof import('../../en/labs/http').words = { lab, http, httpField, httpView };
