import { certificateField as en } from './en/certificate-field';
import type { Locale } from './locale';
import { certificateField as zh } from './zh/certificate-field';

export const certificateFieldWords = { en, zh } satisfies Record<Locale, unknown>;
