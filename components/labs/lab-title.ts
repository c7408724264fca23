import type { LabId } from '@/lib/labs/labs';
import { certificateViewWords } from '@/lib/words/certificate-view';
import { dnsViewWords } from '@/lib/words/dns-view';
import { httpViewWords } from '@/lib/words/http-view';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { tlsViewWords } from '@/lib/words/tls-view';

/** In the order in which they are listed. */
export const labIds: readonly LabId[] = ['tcp', 'tls', 'certificate', 'dns', 'http', 'journey', 'process'];

const titles: Record<LabId, (locale: Locale) => string> = {
  tcp: (locale) => tcpViewWords[locale].pageTitle,
  tls: (locale) => tlsViewWords[locale].pageTitle,
  certificate: (locale) => certificateViewWords[locale].pageTitle,
  http: (locale) => httpViewWords[locale].pageTitle,
  dns: (locale) => dnsViewWords[locale].pageTitle,
  journey: (locale) => journeyViewWords[locale].pageTitle,
  process: (locale) => processWords[locale].pageTitle,
};

/** What a lab is called on its own page. For the server: these words are not for a lesson's page. */
export function labTitle(id: LabId, locale: Locale): string {
  return titles[id](locale);
}
