import type { ChangeEvent } from 'react';
import type { ByteField } from '@/lib/labs/byte-map';
import type { TlsEvent } from '@/lib/labs/tls/event';
import { contextOf, mapOfRecord, mapOfText } from '@/lib/labs/tls/record-map';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsFieldWords } from '@/lib/words/tls-field';
import { tlsViewWords } from '@/lib/words/tls-view';
import { ByteInspector, type FieldWords } from '../bytes/byte-inspector';
import bytes from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import { insideObject, nameOf, wireObject } from './tls-labels';

type Props = {
  id: string;
  locale: Locale;
  state: TlsState;
  events: readonly TlsEvent[];
  picked: Picked | null;
  pick?: (picked: Picked) => void;
};

/** The bytes of one record: as they are on the wire, or what is inside. */
export function TlsBytes({ id, locale, state, events, picked, pick }: Props) {
  const words = tlsViewWords[locale];
  const object = picked?.object ?? wireObject(subjectOf(state, events) ?? -1);
  const record = state.records[Math.floor(object / 2)];
  if (!record) return <p className={bytes.empty}>{words.noBytes}</p>;
  const isInside = object % 2 === 1;
  const context = contextOf(state, record.connection);
  const shown = isInside ? record.text : record.bytes;
  const map = isInside ? mapOfText(record, context) : mapOfRecord(record, context);
  const byte = picked?.byte ?? (isInside || record.protection ? 0 : Math.min(5, shown.length - 1));
  return (
    <ByteInspector
      locale={locale}
      object={object}
      bytes={shown}
      map={map}
      byte={byte}
      explain={(field) => explainField(field, locale)}
      still={!pick}
      chooser={
        <label className={bytes.chooser}>
          <span>{words.bytesOf}</span>{' '}
          <select id={`${id}-record`} {...chosen(object, pick)}>
            {state.records.flatMap((one) => {
              const name = nameOf(state, one.id, locale);
              const wire = (
                <option key={wireObject(one.id)} value={wireObject(one.id)}>
                  {one.protection ? words.asSent(name) : name}
                </option>
              );
              if (!one.protection) return [wire];
              return [
                wire,
                <option key={insideObject(one.id)} value={insideObject(one.id)}>
                  {words.inside(name)}
                </option>,
              ];
            })}
          </select>
        </label>
      }
    />
  );
}

function chosen(object: number, pick: Props['pick']) {
  if (!pick) return { defaultValue: object };
  return {
    value: object,
    onChange: (event: ChangeEvent<HTMLSelectElement>) => pick({ object: Number(event.target.value), byte: null }),
  };
}

function explainField({ field, value }: ByteField, locale: Locale): FieldWords {
  const words = tlsFieldWords[locale];
  const said = String(value);
  return {
    name: words.name(field),
    value: said,
    why: [said, words.why(field)].filter((part) => part !== '').join(' · '),
  };
}

/** The record a step was about: what arrived in it, else what was sent, else the newest there is. */
export function subjectOf(state: TlsState, events: readonly TlsEvent[]): number | null {
  const arrived = events.findLast((event) => event.kind === 'record-arrived');
  const touched = events.findLast((event) => event.kind === 'record-changed' || event.kind === 'record-sent');
  const subject = arrived ?? touched;
  if (subject && 'record' in subject) return subject.record;
  return state.records.length > 0 ? state.records.length - 1 : null;
}
