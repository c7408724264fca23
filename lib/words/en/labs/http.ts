import { http } from '../http';
import { httpField } from '../http-field';
import { httpView } from '../http-view';
import { lab } from '../lab';

/** What the HTTP lab says in English. */
export const words = { lab, http, httpField, httpView };
