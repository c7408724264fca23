import type { Locale } from '@/lib/words/locale';

/**
 * Where a name stands in a text: whole words in English (an s may follow), anything in Chinese.
 * What is a part of one of `longer` does not count: 序列 in 序列号.
 */
export function termMatches(text: string, name: string, locale: Locale, longer: readonly string[] = []): number[] {
  const isThere = locale === 'en' ? text.toLowerCase().includes(name.toLowerCase()) : text.includes(name);
  if (!isThere) return [];
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = locale === 'en' ? `(?<![\\w-])${escaped}(?:s|es)?(?![\\w-])` : escaped;
  const covered = longer
    .filter((other) => other.length > name.length && other.includes(name))
    .flatMap((other) => termMatches(text, other, locale).map((at) => [at, at + other.length] as const));
  return [...text.matchAll(new RegExp(pattern, locale === 'en' ? 'gi' : 'g'))]
    .map(({ index }) => index)
    .filter((at) => !covered.some(([from, to]) => from <= at && at < to));
}
