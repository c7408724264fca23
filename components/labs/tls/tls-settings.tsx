import { certificateKinds } from '@/lib/labs/tls/server-certificate';
import { type TlsSetup, tlsSetupSchema } from '@/lib/labs/tls/setup';
import { suiteNames } from '@/lib/labs/tls/suites';
import { tlsViewWords } from '@/lib/words/tls-view';
import { ChoicesForm } from '../choices-form';
import type { SettingsProps } from '../lab-view';
import styles from './tls.module.css';

const versionChoices = { both: ['1.3', '1.2'], '1.3': ['1.3'], '1.2': ['1.2'] } as const;
type VersionChoice = keyof typeof versionChoices;
const rsaSuites = suiteNames.filter((name) => name.startsWith('TLS_RSA'));

/** Who talks to whom. Another choice begins the run anew. */
export function TlsSettings({ locale, setup, onSetup }: SettingsProps<TlsSetup>) {
  const words = tlsViewWords[locale];
  const { client, server } = setup;
  const versions: VersionChoice = client.versions.length === 2 ? 'both' : (client.versions[0] ?? 'both');
  const isRsaOnly = client.suites.every((name) => name.startsWith('TLS_RSA'));
  const change = (differs: { client?: object; server?: object }) =>
    onSetup?.(
      tlsSetupSchema.parse({
        ...setup,
        client: { ...client, ...differs.client },
        server: { ...server, ...differs.server },
      }),
    );
  const rows = [
    {
      label: words.versionsLabel,
      value: versions,
      choices: words.versionChoices,
      choose: (value: string) => {
        const chosen = Object.entries(versionChoices).find(([name]) => name === value)?.[1] ?? versionChoices.both;
        change({ client: { versions: [...chosen] }, server: { versions: [...chosen] } });
      },
    },
    {
      label: words.exchangeLabel,
      value: isRsaOnly ? 'rsa' : 'any',
      choices: words.exchanges,
      choose: (value: string) =>
        change({
          client: { suites: value === 'rsa' ? [...rsaSuites] : [...suiteNames] },
          server: value === 'rsa' ? { key: 'rsa' } : {},
        }),
    },
    {
      label: words.keyLabel,
      value: server.key,
      choices: words.condition.key,
      choose: (value: string) => change({ server: { key: value } }),
    },
    {
      label: words.certificateLabel,
      value: server.certificate,
      choices: Object.fromEntries(certificateKinds.map((kind) => [kind, words.certificates[kind]])),
      choose: (value: string) => change({ server: { certificate: value } }),
    },
    {
      label: words.lookLabel,
      value: client.look,
      choices: words.looks,
      choose: (value: string) => change({ client: { look: value } }),
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
