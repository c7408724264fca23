import type { LabId } from '@/lib/labs/labs';
import { certificateLabWords } from '@/lib/words/certificate-lab';
import { dnsWords } from '@/lib/words/dns';
import { httpWords } from '@/lib/words/http';
import { journeyWords } from '@/lib/words/journey';
import type { Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import { tcpWords } from '@/lib/words/tcp';
import { tlsWords } from '@/lib/words/tls';

type Said = Record<Locale, { readonly deadEnds: Readonly<Record<string, string>> }>;

const words: Readonly<Record<LabId, Said>> = {
  tcp: tcpWords,
  tls: tlsWords,
  certificate: certificateLabWords,
  dns: dnsWords,
  http: httpWords,
  journey: journeyWords,
  process: processWords,
};

/** Why a goal can no longer be reached, in the lab's words; on the server, where all labs' words are. */
export function deadEndText(lab: LabId, why: string, locale: Locale): string {
  const { deadEnds } = words[lab][locale];
  return (Object.hasOwn(deadEnds, why) ? deadEnds[why] : undefined) ?? why;
}
