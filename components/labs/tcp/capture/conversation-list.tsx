import { useState } from 'react';
import type { ReportedConversation } from '@/lib/labs/capture/capture-report';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import styles from './capture.module.css';
import { socket } from './capture-hosts';
import { captureTime } from './capture-run';
import { PageTurner } from './page-turner';

type Props = {
  locale: Locale;
  conversations: readonly ReportedConversation[];
  chosen: number;
  choose: (index: number) => void;
};

/** A scan of ports makes ten thousand conversations: they are shown twenty at a time. */
const page = 20;

/** The conversations of a file, to choose one from. */
export function ConversationList({ locale, conversations, chosen, choose }: Props) {
  const words = tcpCaptureWords[locale];
  const [from, setFrom] = useState(() => Math.floor(chosen / page) * page);
  const listed = conversations.map((one, index) => ({ one, index }));
  const to = Math.min(from + page, conversations.length);
  const { which, protocol, began, packets, bytes } = words.columns;
  return (
    <div className={styles.conversations}>
      <table aria-rowcount={conversations.length + 1}>
        <caption>{words.conversations}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {[which, protocol, began, packets, bytes].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.slice(from, to).map(({ one, index }) => (
            <tr key={index} aria-rowindex={index + 2} data-chosen={index === chosen || undefined}>
              <th scope="row">
                <label>
                  <input type="radio" name="conversation" checked={index === chosen} onChange={() => choose(index)} />
                  {words.conversation(socket(one.client), socket(one.server))}
                </label>
              </th>
              <td>{one.protocol.toUpperCase()}</td>
              <td>{captureTime(one.beganAt)}</td>
              <td>{one.packets.length.toLocaleString('en')}</td>
              <td>{words.bytes(one.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PageTurner
        locale={locale}
        said={words.conversationsShown(from + 1, to, conversations.length)}
        earlier={from > 0 ? from - page : null}
        later={to < conversations.length ? to : null}
        turn={setFrom}
      />
    </div>
  );
}
