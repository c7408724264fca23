import { gistOfBytes } from '@/lib/labs/dns/gist';
import { type DnsState, hosts, type Packet } from '@/lib/labs/dns/state';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { Locale } from '@/lib/words/locale';
import styles from './dns.module.css';
import { hostName, questionIn } from './dns-labels';

type Props = {
  locale: Locale;
  state: DnsState;
  before: DnsState | null;
  /** The end of the given run: its later messages keep their room, unseen. */
  whole: DnsState | null;
  picked: number | null;
};

/** The messages in the order they were sent: questions to the right, answers to the left, those beyond the resolver set in. */
export function DnsMessages({ locale, state, before, whole, picked }: Props) {
  const words = dnsViewWords[locale];
  const later = whole?.packets.slice(state.packets.length) ?? [];
  return (
    <ol className={styles.messages} aria-label={words.messages}>
      {state.packets.length === 0 && <li className={styles.none}>{words.noMessages}</li>}
      {state.packets.map((packet) => (
        <li
          key={packet.id}
          data-side={packet.answers === undefined && !packet.forged ? 'client' : 'server'}
          data-leg={legOf(packet)}
          data-fate={packet.fate}
          data-forged={packet.forged ? '' : undefined}
          data-now={(before && before.packets[packet.id]?.fate !== packet.fate) || undefined}
          data-picked={packet.id === picked || undefined}
          data-object={packet.id}
        >
          <Row packet={packet} state={state} locale={locale} />
        </li>
      ))}
      {later.slice(state.packets.length === 0 ? 1 : 0).map((packet) => (
        <li key={packet.id} data-leg={legOf(packet)} className={styles.later} aria-hidden="true">
          <span className={styles.gist}>{dnsWords[locale].gists[gistOfBytes(packet.bytes)]}</span>
        </li>
      ))}
    </ol>
  );
}

function legOf({ from, to }: Packet): 'near' | 'far' {
  const isStub = from.address === hosts.stub || to.address === hosts.stub;
  return isStub ? 'near' : 'far';
}

function Row({ packet, state, locale }: { packet: Packet; state: DnsState; locale: Locale }) {
  const words = dnsViewWords[locale];
  const { from, to, transport, bytes, fate, forged } = packet;
  const notes = [
    forged ? words.forged(forged.count) : null,
    transport === 'tcp' ? words.overTcp : null,
    fate === 'arrived' ? null : words.fates[fate],
  ].filter((note) => note !== null);
  return (
    <>
      <span className={styles.number}>{packet.id + 1}</span>
      <span className={styles.gist}>{dnsWords[locale].gists[gistOfBytes(bytes)]}</span>
      <span className={styles.question}>{questionIn(packet)}</span>
      <span className={styles.way}>
        {words.to(hostName(state, from.address, locale), hostName(state, to.address, locale))}
      </span>
      <span className={styles.size}>{bytes.length} B</span>
      {notes.length > 0 && <i>{notes.join(' · ')}</i>}
    </>
  );
}
