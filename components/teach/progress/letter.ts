import type { Classroom } from '@/lib/classes/classroom';
import { displayName } from '@/lib/classes/display-name';
import type { HelpedLearner } from '@/lib/gradebook/submit-class-progress';
import { classProgressWords } from '@/lib/words/class-progress';
import { inLocale, languageTags } from '@/lib/words/locale';

/** A message that is ready to be sent, in the language of the class. */
export type Letter = { readonly subject: string; readonly text: string; readonly lang: string };

type Writer = { readonly name: string; readonly origin: string };
type Kind = 'stuck' | 'inactive' | 'ahead';

export function letterTo(
  learner: HelpedLearner,
  kind: Kind,
  { name: className, locale }: Pick<Classroom, 'name' | 'locale'>,
  from: Writer,
): Letter {
  const words = classProgressWords[locale].mail;
  const home = `${from.origin}/${locale}`;
  const stuck = learner.stuckOn[0];
  const days = learner.signs.reduce((most, sign) => (sign.kind === 'inactive' ? sign.days : most), 0);
  const said =
    kind === 'stuck' && stuck
      ? [words.stuck(inLocale(stuck.objective, locale)), `${home}/learn/${stuck.lesson}`]
      : kind === 'ahead'
        ? [words.ahead(className), home]
        : [words.inactive(className, days), home];
  const lines = [words.hello(displayName(learner, locale)), said.join('\n'), words.bye(from.name)];
  return { subject: words.subject(className), text: lines.join('\n\n'), lang: languageTags[locale] };
}

/** `mailto:ann%40example.org?subject=…`: nothing in a name or an address can add another field. */
export function mailAddress(email: string, { subject, text }: Letter): string {
  return `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}
