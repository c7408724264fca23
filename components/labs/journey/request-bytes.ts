import type { ByteMap } from '@/lib/labs/byte-map';
import { messageMap as dnsMap } from '@/lib/labs/dns/decode-message';
import { messageMap as httpMap } from '@/lib/labs/http/message-map';
import { parseRequest, parseResponse } from '@/lib/labs/http/parse-message';
import type { JourneyRequest } from '@/lib/labs/journey/journey-request';
import type { JourneyState } from '@/lib/labs/journey/state';
import type { CarriedRecord, Connection } from '@/lib/labs/journey/world';
import { segmentMap } from '@/lib/labs/tcp/segment-map';
import { recordMap } from '@/lib/labs/tls/record';
import { mapOfText } from '@/lib/labs/tls/record-map';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';

/** Something with bytes that lies under a request's bar. */
export type Under = { readonly label: string; readonly bytes: Uint8Array; readonly map: () => ByteMap };

/** So many of a kind are offered: enough for every handshake, and for the beginning of every answer. */
const most = 24;

/** What was sent and received for a request, in order: names, HTTP, records of TLS, packets of TCP. */
export function bytesUnder(state: JourneyState, request: JourneyRequest, locale: Locale): Under[] {
  const connection = state.world.connections.find(({ id }) => id === request.connection);
  const all = [...namesUnder(state, request, locale)];
  if (!connection) return all;
  const from = Math.min(...request.phases.map((phase) => phase.from));
  const to = (request.endedAt ?? 0) + 0.1;
  all.push(...messagesUnder(connection, request, locale));
  all.push(...recordsUnder(connection, from, to, locale));
  all.push(...packetsUnder(connection, from, to, locale));
  return all;
}

function namesUnder({ visits }: JourneyState, request: JourneyRequest, locale: Locale): Under[] {
  const { objects } = journeyViewWords[locale];
  const visit = visits.find(({ requests }) => requests.some(({ id }) => id === request.id));
  const asked = visit?.names.find(
    ({ host, askedAt }) => host === request.host && Math.abs(askedAt - request.startedAt) < 1,
  );
  return (asked?.messages ?? []).slice(0, most).map(({ from, to, bytes }) => ({
    label: objects.name(from.address, to.address),
    bytes,
    map: () => dnsMap(bytes),
  }));
}

function messagesUnder({ messages }: Connection, { id }: JourneyRequest, locale: Locale): Under[] {
  const { objects, kinds } = journeyViewWords[locale];
  return messages
    .filter(({ request }) => request === id)
    .map(({ from, bytes }) => ({
      label: objects.message(kinds[from === 'client' ? 'request' : 'response']),
      bytes,
      map: () => (from === 'client' ? httpMap(bytes, parseRequest(bytes)) : httpMap(bytes, parseResponse(bytes))),
    }));
}

function recordsUnder({ records, tls }: Connection, from: number, to: number, locale: Locale): Under[] {
  const { objects } = journeyViewWords[locale];
  const version = tls?.client.version ?? null;
  const exchange = tls?.client.suite?.exchange;
  return records
    .filter(({ at, type }) => at >= from && at <= to && type !== 'application_data')
    .slice(0, most)
    .map((record) => ({
      label: (record.protection ? objects.inside : objects.record)(
        record.said.map(({ kind }) => kind).join(' + ') || record.type,
      ),
      bytes: record.protection ? record.text : record.bytes,
      map: () => mapOf(record, { version, exchange }),
    }));
}

/** In the clear: header and messages. Under keys: the messages, since this lab holds the keys. */
function mapOf(record: CarriedRecord, context: Parameters<typeof mapOfText>[1]): ByteMap {
  const asLab = {
    ...record,
    id: 0,
    connection: 1,
    sent: record.bytes,
    tamperings: [],
    fate: 'arrived',
    sentAt: record.at,
  } as const;
  if (record.protection) return mapOfText(asLab, context);
  const header = recordMap(record.bytes, null).filter(({ field }) => field !== 'tls.record.fragment');
  return [
    ...header,
    ...mapOfText(asLab, context).map((field) => ({ ...field, from: field.from + 5, to: field.to + 5 })),
  ];
}

function packetsUnder({ tcp }: Connection, from: number, to: number, locale: Locale): Under[] {
  const { objects, fromTo } = journeyViewWords[locale];
  return tcp.segments
    .filter(({ sentAt, at }) => at >= from && sentAt <= to)
    .slice(0, most)
    .map(({ id, from: side, flags, text, bytes }) => ({
      label: objects.segment(id + 1, `${flags.join(' ')} ${fromTo[side]}${text.length > 0 ? ` ${text.length} B` : ''}`),
      bytes,
      map: () => segmentMap(bytes),
    }));
}
