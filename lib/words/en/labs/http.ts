import { http } from '../http';
import { httpField } from '../http-field';
import { httpView } from '../http-view';

/** What the HTTP lab says in English. */
export const words = { http, httpField, httpView };
