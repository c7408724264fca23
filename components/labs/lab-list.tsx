import type { LabId } from '@/lib/labs/labs';
import { certificateViewWords } from '@/lib/words/certificate-view';
import { dnsViewWords } from '@/lib/words/dns-view';
import { httpViewWords } from '@/lib/words/http-view';
import { journeyViewWords } from '@/lib/words/journey-view';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { tlsViewWords } from '@/lib/words/tls-view';
import { CertificateEmblem } from './certificate/certificate-emblem';
import { DnsEmblem } from './dns/dns-emblem';
import { HttpEmblem } from './http/http-emblem';
import { JourneyEmblem } from './journey/journey-emblem';
import styles from './lab-list.module.css';
import { labIds, labTitle } from './lab-title';
import { ProcessEmblem } from './process/process-emblem';
import { TcpEmblem } from './tcp/tcp-emblem';
import { TlsEmblem } from './tls/tls-emblem';

/** Every lab there is, each with a small picture of what it shows. */
export function LabList({ locale }: { locale: Locale }) {
  return (
    <ul className={styles.labs}>
      {labIds.map((id) => (
        <li key={id}>
          <a href={`/${locale}/labs/${id}`}>
            <span className={styles.emblem}>{emblems[id]}</span>
            <h2>{labTitle(id, locale)}</h2>
            <p>{abouts[id](locale)}</p>
            <span className={styles.open}>{labWords[locale].openLab}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const emblems: Record<LabId, React.ReactNode> = {
  tcp: <TcpEmblem />,
  tls: <TlsEmblem />,
  certificate: <CertificateEmblem />,
  http: <HttpEmblem />,
  dns: <DnsEmblem />,
  journey: <JourneyEmblem />,
  process: <ProcessEmblem />,
};
const abouts: Record<LabId, (locale: Locale) => string> = {
  tcp: (locale) => tcpViewWords[locale].about,
  tls: (locale) => tlsViewWords[locale].about,
  certificate: (locale) => certificateViewWords[locale].about,
  http: (locale) => httpViewWords[locale].about,
  dns: (locale) => dnsViewWords[locale].about,
  journey: (locale) => journeyViewWords[locale].about,
  process: (locale) => processWords[locale].about,
};
