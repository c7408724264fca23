import type { Versions } from '@/lib/attempts/submit-versions';
import { keepReport } from '@/lib/reports/report-store';
import type { Locale } from '@/lib/words/locale';
import type { Dice } from './dice';
import { moveReport } from './past-store';
import type { Cast } from './people';
import type { Present } from './practise';
import type { Weeks } from './weeks';

const stuckWords = {
  en: [
    'I have tried this four times. What is wrong with my last step?',
    'I do not see why the other side answers like that.',
  ],
  zh: ['试了四次还是不对，最后一步错在哪里？', '不明白对方为什么这样回应。'],
} as const;
const wrongWords = {
  en: 'Two of the options seem to say the same to me.',
  zh: '我觉得有两个选项说的是同一件事。',
} as const;

type Lived = { readonly who: Present & Cast; readonly weeks: Weeks };

/** Who is stuck says so, and one says that a question is wrong. */
export async function reportStuck(lives: readonly Lived[], locale: Locale, known: Versions, dice: Dice): Promise<void> {
  const stuck = lives.filter(({ who }) => who.story === 'stuck');
  for (const [place, { who, weeks }] of stuck.entries())
    await report(
      who,
      weeks.items.at(-1),
      { kind: 'stuck', text: stuckWords[locale][place % 2] ?? '', locale },
      known,
      dice,
    );
  const other = lives.find(({ who, weeks }) => who.story === undefined && weeks.items.length > 10);
  await report(other?.who, other?.weeks.items.at(-4), { kind: 'wrong', text: wrongWords[locale], locale }, known, dice);
}

type Said = { kind: 'stuck' | 'wrong'; text: string; locale: Locale };

async function report(
  who: Present | undefined,
  about: Weeks['items'][number] | undefined,
  said: Said,
  known: Versions,
  dice: Dice,
): Promise<void> {
  const version = about && known.current(about.item);
  const last = about?.tries.at(-1);
  if (!who || !version || !last) return;
  const id = dice.uuid();
  await keepReport(who.learnerId, { ...said, id, item: version.item, version: version.version, state: {} });
  await moveReport(who.learnerId, id, new Date(last.at.getTime() + 60_000));
}
