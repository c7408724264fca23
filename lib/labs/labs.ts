import { certificateLab } from './certificate/certificate-lab';
import { dnsLab } from './dns/dns-lab';
import { httpLab } from './http/http-lab';
import { journeyLab } from './journey/journey-lab';
import { processLab } from './process/process-lab';
import { tcpLab } from './tcp/tcp-lab';
import { tlsLab } from './tls/tls-lab';

/** Every lab there is, by its id. */
export const labs = {
  tcp: tcpLab,
  tls: tlsLab,
  certificate: certificateLab,
  http: httpLab,
  dns: dnsLab,
  journey: journeyLab,
  process: processLab,
} as const;

export type LabId = keyof typeof labs;
