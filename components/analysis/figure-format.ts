import type { Estimate, Interval, Statistic, Undefined } from '@/lib/analysis/statistic';
import { analysisWords } from '@/lib/words/analysis';
import { type Locale, languageTags } from '@/lib/words/locale';

/** `73 %` as the language writes it. */
export function percent(share: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A correlation or an index, with a real minus: `−0.21`. */
export function twoDigits(value: number, locale: Locale): string {
  const number = new Intl.NumberFormat(languageTags[locale], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const text = number.format(Math.abs(value));
  return value < 0 && Number(value.toFixed(2)) !== 0 ? `−${text}` : text;
}

/** How a figure is written, and how an interval of such figures. */
export type Write = {
  readonly one: (value: number, locale: Locale) => string;
  readonly range: (low: number, high: number, locale: Locale) => string;
};

export const asShare: Write = {
  one: percent,
  range: (low, high, locale) =>
    new Intl.NumberFormat(languageTags[locale], { style: 'percent', maximumFractionDigits: 0 }).formatRange(low, high),
};

export const asIndex: Write = {
  one: twoDigits,
  range: (low, high, locale) => `${twoDigits(low, locale)} … ${twoDigits(high, locale)}`,
};

export const asTime: Write = {
  one: (value, locale) => analysisWords[locale].seconds(value),
  range: (low, high, locale) => `${analysisWords[locale].seconds(low)} … ${analysisWords[locale].seconds(high)}`,
};

/** An interval, or why there is none. */
export function intervalText(interval: Interval | Undefined, write: Write, locale: Locale): string {
  if (interval.kind === 'undefined') return analysisWords[locale].undefinedBecause[interval.why];
  return write.range(interval.low, interval.high, locale);
}

export function whyText(statistic: Statistic | Estimate, locale: Locale): string | undefined {
  return statistic.kind === 'undefined' ? analysisWords[locale].undefinedBecause[statistic.why] : undefined;
}
