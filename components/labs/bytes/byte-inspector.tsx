'use client';
import { memo, type ReactNode, startTransition, useEffect, useState } from 'react';
import { type ByteField, type ByteMap, fieldsAt } from '@/lib/labs/byte-map';
import { labWords } from '@/lib/words/lab';
import type { Locale } from '@/lib/words/locale';
import { Fold } from '../fold';
import styles from './bytes.module.css';

/** What a field is called, what its value says in words, and what it is for. */
export type FieldWords = { name: string; value: string; why: string };

type Props = {
  locale: Locale;
  object: number;
  bytes: Uint8Array;
  map: ByteMap;
  /** The byte that is pointed at, or the one that carried what has just changed. */
  byte: number;
  explain: (field: ByteField) => FieldWords;
  /** Only drawn, on the server: rows of text, which take the same room. */
  still: boolean;
  /** How many bytes are shown; a longer text is cut. */
  most?: number;
  /** Where the object is chosen. */
  chooser: ReactNode;
};

/** A long text is cut: what one can look at, not what was sent. */
const mostShown = 512;

/**
 * The bytes themselves. Pointing at one, focusing it, tapping it or choosing its field in the table frames the whole field and says
 * what it is; the arrow keys walk from byte to byte (one tab stop). The wiring is the player's, by `data-bytes-of` and `data-byte`.
 */
export function ByteInspector({ locale, object, bytes, map, byte, explain, still, chooser, most = mostShown }: Props) {
  const words = labWords[locale];
  const fields = fieldsAt(map, byte);
  const drawn = Math.min(most, useDrawn(byte));
  const cells = Array.from(bytes.subarray(0, drawn), (value, index) => ({ index, value }));
  // Fields may nest: the innermost is framed.
  const inner = fields.reduce<ByteField | undefined>(
    (one, other) => (one && sizeOf(one) <= sizeOf(other) ? one : other),
    undefined,
  );
  const [from, to] = [inner?.from ?? byte, inner?.to ?? byte + 1];
  const names = new Map(still ? [] : map.map((field) => [field, explain(field).name]));
  return (
    <div className={styles.inspector}>
      <div className={styles.dump}>
        {chooser}
        {still ? (
          <StillBytes bytes={bytes.subarray(0, most)} />
        ) : (
          <fieldset className={styles.bytes} aria-label={words.bytes(bytes.length)} data-bytes-of={object}>
            {cells.map(({ index, value }) => (
              <Byte
                key={index}
                index={index}
                text={hex(value)}
                isAt={index === byte}
                frame={from <= index && index < to ? frameEdge(index, from, to) : undefined}
                label={words.byte(
                  index,
                  hex(value),
                  fieldsAt(map, index).map((field) => names.get(field) ?? ''),
                )}
              />
            ))}
            {bytes.length > most && <span className={styles.rest}>{words.moreBytes(bytes.length - most)}</span>}
          </fieldset>
        )}
      </div>
      <div className={styles.say}>
        {fields.map((field) => (
          <FieldView
            key={`${field.field} ${field.from}`}
            field={field}
            words={explain(field)}
            where={whereOf(field, locale)}
          />
        ))}
        <Fold className={styles.fields} summary={words.allFields}>
          <FieldList object={object} map={map} chosen={fields} explain={explain} />
        </Fold>
      </div>
    </div>
  );
}

type ByteProps = { index: number; text: string; isAt: boolean; frame: string | undefined; label: string };

/** From one object to the next most bytes of a header stay what they are: these are not drawn again. */
const Byte = memo(function Byte({ index, text, isAt, frame, label }: ByteProps) {
  return (
    <button
      type="button"
      tabIndex={isAt ? 0 : -1}
      className={styles.byte}
      data-byte={index}
      data-framed={frame}
      aria-label={label}
    >
      {text}
    </button>
  );
});

type FieldListProps = Pick<Props, 'object' | 'map' | 'explain'> & { chosen: readonly ByteField[] };

function FieldList({ object, map, chosen, explain }: FieldListProps) {
  return (
    <ul data-bytes-of={object}>
      {map.map((field) => {
        const { name, value } = explain(field);
        return (
          <li key={`${field.field} ${field.from}`}>
            <button type="button" data-byte={field.from} data-field="" aria-pressed={chosen.includes(field)}>
              <span>{name}</span>
              <span className={styles.value}>{value}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/**
 * How many bytes are drawn at first: more than the box shows. A certificate has a thousand, and a lab that is being opened has to answer
 * before the last of them is there.
 */
const drawnFirst = 160;

function useDrawn(byte: number): number {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => startTransition(() => setWhole(true)), 100);
    return () => clearTimeout(later);
  }, []);
  return isWhole || byte >= drawnFirst ? Number.POSITIVE_INFINITY : drawnFirst;
}

/** Eight bytes to a group: one row on a phone, half a row elsewhere. */
function StillBytes({ bytes }: { bytes: Uint8Array }) {
  const groups = Array.from({ length: Math.ceil(bytes.length / 8) }, (_, index) => index * 8);
  return (
    <p className={styles.still}>
      {groups.map((from) => (
        <span key={from}>{Array.from(bytes.subarray(from, from + 8), hex).join(' ')}</span>
      ))}
    </p>
  );
}

function FieldView({ words, where }: { field: ByteField; words: FieldWords; where: string }) {
  return (
    <p>
      <b>{words.name}</b> <span className={styles.where}>{where}</span>
      {words.why !== '' && <span className={styles.why}>{words.why}</span>}
    </p>
  );
}

function whereOf(field: ByteField, locale: Locale): string {
  const words = labWords[locale];
  if (field.bits) return words.bitsAt(field.from, field.bits.from, field.bits.to - 1);
  return words.bytesAt(field.from, field.to - 1);
}

function sizeOf({ from, to }: ByteField): number {
  return to - from;
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

function frameEdge(index: number, from: number, to: number): string {
  if (to - from === 1) return 'only';
  return index === from ? 'first' : index === to - 1 ? 'last' : 'inner';
}
