import { lti as en } from './en/lti';
import type { Locale } from './locale';
import { lti as zh } from './zh/lti';

export const ltiWords: Record<Locale, typeof en> = { en, zh };
