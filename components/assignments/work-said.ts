import { sizesOf } from '@/lib/assignments/class-work';
import type { Assignment } from '@/lib/attempts/assignment';
import { assignmentsWords } from '@/lib/words/assignments';
import { type Locale, languageTags } from '@/lib/words/locale';

/** `Timed quiz, 45 minutes · 10 questions` */
export function workSaid(assignment: Assignment, locale: Locale): string {
  const words = assignmentsWords[locale];
  const { policy } = assignment;
  const kind = words.kinds[policy.kind];
  const clock = policy.kind === 'timed' ? [words.minutes(policy.minutes)] : [];
  const sizes = sizesOf(assignment).map(({ kind: of, count }) => words[of](count));
  return [[kind, ...clock].join(words.comma), sizes.join(words.comma)].filter(Boolean).join(words.dot);
}

/** 0.5 → `50%` */
export function percentSaid(share: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { style: 'percent', maximumFractionDigits: 2 }).format(share);
}

export function numberSaid(count: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 2 }).format(count);
}
