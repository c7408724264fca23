import { useMemo } from 'react';
import { certificateMap } from '@/lib/labs/certificate/certificate-map';
import { certificateViewWords } from '@/lib/words/certificate-view';
import type { Locale } from '@/lib/words/locale';
import { ByteInspector } from '../bytes/byte-inspector';
import bytesStyles from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import { explainField } from './certificate-field';
import type { Item } from './file-cards';

type Props = {
  locale: Locale;
  items: readonly Item[];
  object: number;
  byte: number | null;
  pick: (picked: Picked) => void;
};

/** Of a strange file no more than this is laid out, byte by byte and field by field. */
const most = 2_048;

/** The bytes of one thing of the files; of what is broken, at the byte where it breaks. */
export function FileBytes({ locale, items, object, byte, pick }: Props) {
  const words = certificateViewWords[locale];
  const item = items[object];
  const map = useMemo(() => {
    const all = item ? certificateMap(item.bytes, shapeOf(item)) : [];
    return all.filter(({ from }) => from < most);
  }, [item]);
  if (!item || item.bytes.length === 0) return <p className={bytesStyles.empty}>{words.noBytes}</p>;
  const at = byte ?? (item.kind === 'fault' && !item.inText ? item.at : 0);
  return (
    <ByteInspector
      locale={locale}
      object={object}
      bytes={item.bytes}
      map={map}
      byte={Math.min(at, item.bytes.length - 1, most - 1)}
      explain={(field) => explainField(field, locale)}
      still={false}
      most={most}
      chooser={
        <label className={bytesStyles.chooser}>
          <span>{words.whichBytes}</span>{' '}
          <select value={object} onChange={({ target }) => pick({ object: Number(target.value), byte: null })}>
            {items.map((one) =>
              one.bytes.length > 0 ? (
                <option key={one.place} value={one.place}>
                  {`${one.file} · ${one.place + 1}`}
                </option>
              ) : null,
            )}
          </select>
        </label>
      }
    />
  );
}

function shapeOf({ kind }: Item) {
  return kind === 'certificationRequest' || kind === 'revocationList' ? kind : 'certificate';
}
