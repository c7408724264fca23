import { labs } from '@/lib/labs/labs';
import type { Run } from '@/lib/labs/run';
import { labWords } from '@/lib/words/lab';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './lab-list.module.css';
import { packFragment } from './share-link';

type Props = { locale: Locale; runs: readonly Run[] };

/** Links to what the lab may begin with: each is an address of this very page, like any shared run. */
export async function PresetList({ locale, runs }: Props) {
  const links = await Promise.all(runs.map(async (run) => ({ run, href: await addressOf(run) })));
  return (
    <nav className={styles.presets} aria-label={labWords[locale].presets}>
      <span aria-hidden="true">{labWords[locale].presets}</span>
      <ul>
        {links.map(({ run, href }) => (
          <li key={run.id}>
            <a href={href}>{inLocale(run.title, locale)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

async function addressOf({ lab, setup, seed, given, actions }: Run): Promise<string> {
  const packed = await packFragment({
    lab,
    major: labs[lab].major,
    setup,
    seed,
    given,
    actions,
    at: Math.min(1, actions.length),
  });
  if (packed.kind === 'too-long')
    throw new RangeError(`expected a preset that fits into a link, found ${packed.length} characters`);
  return packed.fragment;
}
