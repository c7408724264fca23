import { type JourneySetup, journeySetupSchema } from '@/lib/labs/journey/setup';
import { certificateKinds } from '@/lib/labs/tls/server-certificate';
import { journeyViewWords } from '@/lib/words/journey-view';
import { ChoicesForm } from '../choices-form';
import type { SettingsProps } from '../lab-view';
import styles from './journey.module.css';

const thinking = [0, 20, 200, 900, 3_000];

/** What the first site is like. Another choice begins the run anew. */
export function JourneySettings({ locale, setup, onSetup }: SettingsProps<JourneySetup>) {
  const words = journeyViewWords[locale];
  const [site, ...others] = setup.sites;
  if (!site) return null;
  const change = (differs: object) =>
    onSetup?.(journeySetupSchema.parse({ ...setup, sites: [{ ...site, ...differs }, ...others] }));
  const rows = [
    {
      label: words.tlsLabel,
      value: site.tls,
      choices: { '1.3': 'TLS 1.3', '1.2': 'TLS 1.2' },
      choose: (value: string) => change({ tls: value }),
    },
    {
      label: words.certificateLabel,
      value: site.certificate,
      choices: Object.fromEntries(certificateKinds.map((kind) => [kind, words.certificates[kind]])),
      choose: (value: string) => change({ certificate: value }),
    },
    {
      label: words.thinkLabel,
      value: String(site.think),
      choices: Object.fromEntries([...new Set([...thinking, site.think])].map((ms) => [`${ms}`, words.ms(ms)])),
      choose: (value: string) => change({ think: Number(value) }),
    },
  ];
  return (
    <ChoicesForm
      className={styles.settings}
      legend={words.settings}
      hint={words.settingsHint}
      rows={rows}
      works={onSetup !== undefined}
    />
  );
}
