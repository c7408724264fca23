import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaptureReport } from '@/lib/labs/capture/capture-report';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import lab from '../../lab.module.css';
import type { Picked } from '../../lab-view';
import { showPicked } from '../../show-picked';
import { usePointing } from '../../use-pointing';
import { shownOf } from '../drawn-run';
import tcp from '../tcp.module.css';
import { TcpDiagram } from '../tcp-diagram';
import styles from './capture.module.css';
import { CaptureBytes } from './capture-bytes';
import { CaptureHosts } from './capture-hosts';
import { CapturePackets } from './capture-packets';
import { capturedRun, captureTime } from './capture-run';
import { ConversationList } from './conversation-list';
import { PageTurner } from './page-turner';

/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

type Props = { locale: Locale; name: string; report: CaptureReport };

/** A capture drawn: its conversations, and of the chosen one the diagram, the packets and the bytes. */
export function CaptureView({ locale, name, report }: Props) {
  const words = tcpCaptureWords[locale];
  const { conversations } = report;
  const [chosen, setChosen] = useState(() => longest(conversations.map(({ packets }) => packets.length)));
  const [picked, setPicked] = useState<Picked | null>(null);
  const [fromZero, setFromZero] = useState(true);
  const root = useRef<HTMLElement>(null);
  usePointing(root, setPicked);
  useEffect(() => {
    if (picked === null) return;
    for (const box of root.current?.querySelectorAll('[data-follow]') ?? []) showPicked(box);
  }, [picked]);
  const conversation = conversations[chosen];
  const run = useMemo(
    () => conversation && capturedRun(conversation, locale, fromZero),
    [conversation, locale, fromZero],
  );
  if (!conversation || !run) return null;
  const { packets, distances } = conversation;
  const at = Math.min(picked?.object ?? 0, packets.length - 1);
  const shown = shownOf(packets.length, at);
  return (
    <section ref={root} className={`${lab.lab} ${tcp.capture}`} aria-label={words.region(name)} tabIndex={-1}>
      <header className={lab.header}>
        <b>{report.format}</b>
        <span className={lab.title}>{name}</span>
        <span className={lab.conditions}>
          <span>{words.packets(report.packets)}</span>
        </span>
      </header>
      <ConversationList
        locale={locale}
        conversations={conversations}
        chosen={chosen}
        choose={(index) => {
          setChosen(index);
          setPicked(null);
        }}
      />
      <div className={styles.stage}>
        <div className={styles.wire} data-follow {...reachable}>
          <CaptureHosts locale={locale} conversation={conversation} />
          <TcpDiagram
            id="capture"
            state={run}
            shown={shown}
            before={null}
            height={0}
            stretch={1.2}
            picked={at}
            lost=""
            time={captureTime}
          />
        </div>
        <CapturePackets locale={locale} conversation={conversation} run={run} shown={shown} picked={at} />
      </div>
      <PageTurner
        locale={locale}
        said={words.packetsShown(shown.from + 1, shown.to, packets.length)}
        earlier={shown.from > 0 ? shown.from - 1 : null}
        later={shown.to < packets.length ? shown.to : null}
        turn={(object) => setPicked({ object, byte: null })}
      />
      <p className={styles.told}>
        {distances
          ? words.reckoned(captureTime(distances.toClient), captureTime(distances.toServer))
          : words.unreckoned}
      </p>
      {conversation.protocol === 'tcp' && (
        <label className={styles.switch}>
          <input type="checkbox" checked={fromZero} onChange={(event) => setFromZero(event.target.checked)} />
          {words.fromZero}
        </label>
      )}
      <CaptureBytes
        locale={locale}
        conversation={conversation}
        shown={shown}
        at={at}
        picked={picked}
        pick={setPicked}
      />
    </section>
  );
}

/** The place of the largest; the first, where several are. */
function longest(lengths: readonly number[]): number {
  return lengths.reduce((best, length, place) => (length > (lengths[best] ?? 0) ? place : best), 0);
}
