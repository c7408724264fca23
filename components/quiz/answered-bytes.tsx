import type { Locale } from '@/lib/words/locale';
import { pointingWords } from '@/lib/words/pointing';
import own from './kinds/pointing.module.css';

type Props = { dump: string; range: { from: number; to: number } | undefined; locale: Locale };

/** Bytes, and the range that was pointed at. */
export function AnsweredBytes({ dump, range, locale }: Props) {
  const words = pointingWords[locale];
  const bytes = (dump.match(/../g) ?? []).map((hex, at) => ({ hex, at }));
  if (!range) return <p>{words.nothing}</p>;
  const { from, to } = range;
  return (
    <>
      <div className={own.dump} aria-hidden="true">
        {bytes.map(({ hex, at }) => (
          <span
            key={at}
            data-row={at % 8 === 0 ? at : undefined}
            data-chosen={(from <= at && at <= to) || undefined}
            data-end={from === at ? (to === at ? 'both' : 'from') : to === at ? 'to' : undefined}
          >
            {hex}
          </span>
        ))}
      </div>
      <p className={own.said}>
        {words.range(
          from,
          to,
          bytes
            .slice(from, to + 1)
            .map(({ hex }) => hex)
            .join(' '),
        )}
      </p>
    </>
  );
}
