import type { ReportedConversation } from '@/lib/labs/capture/capture-report';
import { peerOf } from '@/lib/labs/tcp/setup';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { DrawnRun, Shown } from '../drawn-run';
import { flagsOf } from '../tcp-labels';
import styles from './capture.module.css';
import { captureTime } from './capture-run';

type Props = {
  locale: Locale;
  conversation: ReportedConversation;
  run: DrawnRun;
  shown: Shown;
  picked: number;
};

/** The packets as a list, each a button that shows its bytes, with what one may conclude from it and those before. */
export function CapturePackets({ locale, conversation, run, shown, picked }: Props) {
  const words = tcpCaptureWords[locale];
  const { sides, to } = tcpViewWords[locale];
  return (
    <ol className={styles.packets} aria-label={words.packetsOf} data-follow>
      {run.segments.slice(shown.from, shown.to).map((segment) => {
        const packet = conversation.packets[segment.id];
        const saw = packet?.saw ?? [];
        return (
          <li
            key={segment.id}
            aria-setsize={run.segments.length}
            aria-posinset={segment.id + 1}
            data-side={segment.from}
            data-picked={segment.id === picked || undefined}
          >
            <button type="button" data-object={segment.id} aria-pressed={segment.id === picked}>
              <span className={styles.time}>{captureTime(packet?.seenAt ?? 0)}</span>
              <span className={styles.way}>
                <span aria-hidden="true">{segment.from === 'client' ? '→' : '←'}</span>
                <span className="visually-hidden">{` ${to(sides[segment.from], sides[peerOf(segment.from)])} `}</span>
              </span>
              <span>
                <b>{flagsOf(segment)}</b>
                {segment.protocol !== 'udp' && ` seq ${segment.seq}`}
                {segment.flags.includes('ACK') && ` ack ${segment.ack}`}
                {segment.text.length > 0 && ` ${segment.text.length} B`}
                {saw.length > 0 && (
                  <i data-mark={segment.mark === undefined ? undefined : ''}>
                    {` ${saw.map((one) => words.saw(one)).join(' · ')}`}
                  </i>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
