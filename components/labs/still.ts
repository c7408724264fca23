import type { ReactNode } from 'react';
import type { Locale } from '@/lib/words/locale';
import type { Live } from './live';

/** What a lab's first picture is drawn from: the same few values the working lab starts from. */
export type StillProps = { id: string; locale: Locale; live: Live; brief?: ReactNode };
