import { outbox as en } from './en/outbox';
import type { Locale } from './locale';
import { outbox as zh } from './zh/outbox';

export const outboxWords: Record<Locale, typeof en> = { en, zh };
