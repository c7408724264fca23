import { relayPairNames } from '@/lib/labs/http/relay';
import { type HttpSetup, httpSetupSchema } from '@/lib/labs/http/setup';
import { httpViewWords } from '@/lib/words/http-view';
import { ChoicesForm } from '../choices-form';
import type { SettingsProps } from '../lab-view';
import styles from './http.module.css';

const delays = [1, 10, 40, 150, 600];

/** How far the server is, whose cache it is, and what stands between. Another choice begins the run anew. */
export function HttpSettings({ locale, setup, onSetup }: SettingsProps<HttpSetup>) {
  const words = httpViewWords[locale];
  const change = (differs: object) => onSetup?.(httpSetupSchema.parse({ ...setup, ...differs }));
  const rows = [
    {
      label: words.delayLabel,
      value: String(setup.delay),
      choices: Object.fromEntries(delays.map((ms) => [String(ms), words.ms(ms)])),
      choose: (value: string) => change({ delay: Number(value) }),
    },
    {
      label: words.cacheKindLabel,
      value: setup.client.cacheKind,
      choices: words.cacheKinds,
      choose: (value: string) => change({ client: { ...setup.client, cacheKind: value } }),
    },
    {
      label: words.relayLabel,
      value: setup.relay?.pair ?? 'none',
      choices: { none: words.noRelay, ...Object.fromEntries(relayPairNames.map((name) => [name, words.pairs[name]])) },
      choose: (value: string) => change({ relay: value === 'none' ? undefined : { pair: value } }),
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
