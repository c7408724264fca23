import type { ChangeEvent } from 'react';
import type { ByteField } from '@/lib/labs/byte-map';
import { messageMap } from '@/lib/labs/dns/decode-message';
import type { DnsEvent } from '@/lib/labs/dns/event';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsFieldWords } from '@/lib/words/dns-field';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { Locale } from '@/lib/words/locale';
import { ByteInspector, type FieldWords } from '../bytes/byte-inspector';
import bytes from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import { nameOf } from './dns-labels';

type Props = {
  id: string;
  locale: Locale;
  state: DnsState;
  events: readonly DnsEvent[];
  picked: Picked | null;
  pick?: (picked: Picked) => void;
};

/** The bytes of one message, and what each says. */
export function DnsBytes({ id, locale, state, events, picked, pick }: Props) {
  const words = dnsViewWords[locale];
  const object = picked?.object ?? subjectOf(state, events) ?? -1;
  const packet = state.packets[object];
  if (!packet) return <p className={bytes.empty}>{words.noBytes}</p>;
  return (
    <ByteInspector
      locale={locale}
      object={object}
      bytes={packet.bytes}
      map={messageMap(packet.bytes)}
      byte={picked?.byte ?? 0}
      explain={(field) => explainField(field, locale)}
      still={!pick}
      chooser={
        <label className={bytes.chooser}>
          <span>{words.bytesOf}</span>{' '}
          <select id={`${id}-message`} {...chosen(object, pick)}>
            {state.packets.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(state, one.id, locale)}
              </option>
            ))}
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
  const words = dnsFieldWords[locale];
  const said = String(value);
  return {
    name: words.name(field),
    value: said,
    why: [said, words.why(field)].filter((part) => part !== '').join(' · '),
  };
}

/** The message a step was about: the one that arrived, else the one that was sent, else the newest there is. */
export function subjectOf(state: DnsState, events: readonly DnsEvent[]): number | null {
  const subject = events.find((event) => event.kind === 'arrived') ?? events.findLast((event) => event.kind === 'sent');
  if (subject && 'packet' in subject) return subject.packet;
  return state.packets.length > 0 ? state.packets.length - 1 : null;
}
