import type { ReportedConversation } from '@/lib/labs/capture/capture-report';
import { sides } from '@/lib/labs/tcp/setup';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import tcp from '../tcp.module.css';
import styles from './capture.module.css';

/** The names above the two lines, with their addresses. */
export function CaptureHosts({ locale, conversation }: { locale: Locale; conversation: ReportedConversation }) {
  return (
    <p className={`${tcp.hosts} ${styles.hosts}`} aria-hidden="true">
      {sides.map((side) => (
        <b key={side} data-side={side}>
          {tcpViewWords[locale].sides[side]}
          <small title={socket(conversation[side])}>{socket(conversation[side])}</small>
        </b>
      ))}
    </p>
  );
}

/** `192.0.2.10:443`, `[2001:db8::1]:443` */
export function socket({ address, port }: { address: string; port: number }): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
