import type { ChangeEvent } from 'react';
import type { ByteField } from '@/lib/labs/byte-map';
import type { JourneyState } from '@/lib/labs/journey/state';
import { isFieldName } from '@/lib/labs/tcp/field-name';
import { dnsFieldWords } from '@/lib/words/dns-field';
import { httpFieldWords } from '@/lib/words/http-field';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import { tcpFieldWords } from '@/lib/words/tcp-field';
import { tlsFieldWords } from '@/lib/words/tls-field';
import { ByteInspector, type FieldWords } from '../bytes/byte-inspector';
import bytes from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import { objectsOfRequest, requestObject } from './journey-labels';
import { bytesUnder } from './request-bytes';

type Props = {
  locale: Locale;
  id: string;
  state: JourneyState;
  /** The request whose bytes are shown. */
  request: number | null;
  picked: Picked | null;
  pick?: (picked: Picked) => void;
};

const mostShown = 384;

/** What lies underneath a bar: messages of DNS and HTTP, records of TLS, packets of TCP, byte by byte. */
export function JourneyBytes({ locale, id, state, request: number, picked, pick }: Props) {
  const words = journeyViewWords[locale];
  const request = state.visits.flatMap(({ requests }) => requests).find((one) => one.id === number);
  if (!request) return <p className={bytes.empty}>{words.noBytes}</p>;
  const under = bytesUnder(state, request, locale);
  const part = picked ? picked.object % objectsOfRequest : 0;
  const shown = under[part] ?? under[0];
  if (!shown) return <p className={bytes.empty}>{words.nothingSent}</p>;
  const object = requestObject(request.id, under[part] ? part : 0);
  const map = shown.map();
  return (
    <ByteInspector
      locale={locale}
      object={object}
      bytes={shown.bytes}
      map={map}
      byte={picked?.byte ?? 0}
      explain={(field) => explainField(field, locale)}
      still={!pick}
      most={mostShown}
      chooser={
        <label className={bytes.chooser}>
          <span>{words.bytesOf}</span>{' '}
          <select id={`${id}-under`} {...chosen(object, pick)}>
            {under.map(({ label }, at) => (
              <option key={requestObject(request.id, at)} value={requestObject(request.id, at)}>
                {label}
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

/** Each field in the words of the lab it is of. */
function explainField({ field, value }: ByteField, locale: Locale): FieldWords {
  const said = String(value);
  if (isFieldName(field)) return { name: tcpFieldWords[locale].names[field], value: said, why: said };
  const layers = { http: httpFieldWords, dns: dnsFieldWords, tls: tlsFieldWords };
  const layer = field.startsWith('http.') ? 'http' : field.startsWith('dns.') ? 'dns' : 'tls';
  const words = layers[layer][locale];
  const why = words.why(field);
  return { name: words.name(field), value: said, why: [said, why].filter((part) => part !== '').join(' · ') };
}
