import { UsageFault } from '@/lib/cli/check/usage-fault';
import { slug } from '@/lib/curriculum/content-schemas';
import { headingIdFor } from '@/lib/curriculum/heading-id';
import { type Locale, type Localized, locales } from '@/lib/words/locale';
import type { Interview } from './interview';

const languageInWords: Record<Locale, string> = { en: 'English', zh: 'Chinese' };

export type TitleFlags = { readonly titleEn?: string; readonly titleZh?: string };

/** A title in each of the languages. */
export async function learnTitle(
  interview: Interview,
  languages: readonly Locale[],
  { titleEn, titleZh }: TitleFlags,
): Promise<Localized> {
  const given: Localized = { ...(titleEn ? { en: titleEn } : {}), ...(titleZh ? { zh: titleZh } : {}) };
  for (const locale of locales)
    if (given[locale] !== undefined && !languages.includes(locale))
      throw new UsageFault(
        `--title-${locale} has no place: this is written in ${languages.map((each) => languageInWords[each]).join(' and ')} alone, as "languages" of its path says. Leave it out.`,
      );
  const title: Localized = {};
  for (const locale of languages)
    title[locale] = await interview.learn({
      flag: `--title-${locale}`,
      question: `Title in ${languageInWords[locale]}`,
      given: given[locale],
      fault: (typed) => (/[\r\n]/.test(typed) ? 'a title is one line' : undefined),
    });
  return title;
}

/** What stands in an address for ever. From an English title one follows; for a Chinese one it is asked. */
export async function learnAddress(
  interview: Interview,
  wanted: { flag: string; question: string; given: string | undefined; title: Localized },
  isTaken: (address: string) => string | undefined,
): Promise<string> {
  const proposed = headingIdFor(wanted.title.en ?? '');
  const title = wanted.title.en ?? wanted.title.zh;
  return interview.learn({
    flag: wanted.flag,
    question: wanted.question,
    given: wanted.given,
    usual: proposed === '' ? undefined : proposed,
    missing: title && `no name follows from "${title}": small letters, digits and hyphens, for ever`,
    fault: (typed) => addressFault(typed, wanted.flag === '--id' ? 'an id' : 'an address') ?? isTaken(typed),
  });
}

function addressFault(typed: string, what: string): string | undefined {
  if (typed.length > 64) return 'it has more than 64 characters';
  if (slug.test(typed)) return undefined;
  const meant = headingIdFor(typed);
  return `${what} has small letters, digits and single hyphens${meant === '' ? ', like three-way-four-way' : `: ${meant}`}`;
}
