import { Fragment } from 'react';
import styles from './http.module.css';

type Props = { text: string; most?: number };

/** Text with its line ends to be seen: `CR LF` where both are, LF or CR where one stands alone, other control octets by their number. */
export function VisibleText({ text, most = 2_000 }: Props) {
  const lines = text.slice(0, most).split(/(?<=\n)/);
  return (
    <pre className={styles.visible}>
      {lines.map((line, at) => (
        <Fragment key={keyAt(at)}>
          {marked(line).map((part, place) =>
            part.mark ? <i key={keyAt(place)}>{part.text}</i> : <span key={keyAt(place)}>{part.text}</span>,
          )}
          {line.endsWith('\n') && '\n'}
        </Fragment>
      ))}
      {text.length > most && '…'}
    </pre>
  );
}

/** Text is not reordered while one looks at it: a part's place is its name. */
function keyAt(place: number): string {
  return String(place);
}

function marked(line: string): { text: string; mark: boolean }[] {
  return line
    .split(/(\r\n|[^\x20-\x7e\u00a0-\uffff])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\r\n') return { text: 'CR LF', mark: true };
      if (part.length > 1 || /[\x20-\x7e\u00a0-\uffff]/.test(part)) return { text: part, mark: false };
      return { text: names[part] ?? part.charCodeAt(0).toString(16).padStart(2, '0'), mark: true };
    });
}

const names: Readonly<Record<string, string>> = { '\r': 'CR', '\n': 'LF', '\t': 'HT' };
