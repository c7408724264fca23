import { words as enCertificate } from './en/labs/certificate';
import { words as enDns } from './en/labs/dns';
import { words as enEvery } from './en/labs/every';
import { words as enHttp } from './en/labs/http';
import { words as enJourney } from './en/labs/journey';
import { words as enProcess } from './en/labs/process';
import { words as enTcp } from './en/labs/tcp';
import { words as enTls } from './en/labs/tls';
import type { LabWords } from './lab-words';
import type { Locale } from './locale';
import { words as zhCertificate } from './zh/labs/certificate';
import { words as zhDns } from './zh/labs/dns';
import { words as zhEvery } from './zh/labs/every';
import { words as zhHttp } from './zh/labs/http';
import { words as zhJourney } from './zh/labs/journey';
import { words as zhProcess } from './zh/labs/process';
import { words as zhTcp } from './zh/labs/tcp';
import { words as zhTls } from './zh/labs/tls';

const all: Record<Locale, LabWords> = {
  en: { ...enCertificate, ...enDns, ...enEvery, ...enHttp, ...enJourney, ...enProcess, ...enTcp, ...enTls },
  zh: { ...zhCertificate, ...zhDns, ...zhEvery, ...zhHttp, ...zhJourney, ...zhProcess, ...zhTcp, ...zhTls },
};

/** One room in both languages: `#lab-words` on the server. The browser's half is lab-words-loaded.ts. */
export function spoken<Room extends keyof LabWords>(room: Room): Record<Locale, LabWords[Room]> {
  return { en: all.en[room], zh: all.zh[room] };
}

/** Where everything is known there is nothing to learn. */
export function learnWords(_locale: Locale, _words: Partial<LabWords>): void {}
