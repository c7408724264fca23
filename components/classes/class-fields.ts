import type { Classroom } from '@/lib/classes/classroom';
import { timeZones } from '@/lib/classes/time-zone';
import type { Path } from '@/lib/curriculum/lesson';
import { classesWords } from '@/lib/words/classes';
import { inLocale, type Locale, languageNames, locales } from '@/lib/words/locale';
import type { ClassField } from './form-field';

type Now = Pick<Classroom, 'name' | 'timeZone' | 'locale' | 'paths' | 'isPseudonymous'>;

/** What is asked of a class when it is made, and when it is changed. */
export function classFields(now: Now, paths: readonly Path[], locale: Locale): ClassField[] {
  const words = classesWords[locale].fields;
  return [
    {
      kind: 'text',
      name: 'name',
      label: words.name,
      hint: words.nameHint,
      value: now.name,
      required: true,
      longest: 200,
    },
    {
      kind: 'select',
      name: 'timeZone',
      label: words.timeZone,
      hint: words.timeZoneHint,
      value: now.timeZone,
      choices: timeZones(now.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    },
    {
      kind: 'select',
      name: 'language',
      label: words.locale,
      value: now.locale,
      choices: locales.map((value) => ({ value, label: languageNames[value] })),
    },
    {
      kind: 'checks',
      name: 'paths',
      label: words.paths,
      hint: words.pathsHint,
      values: now.paths,
      choices: paths.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) })),
    },
    {
      kind: 'check',
      name: 'isPseudonymous',
      label: words.isPseudonymous,
      hint: words.isPseudonymousHint,
      isChecked: now.isPseudonymous,
    },
  ];
}
