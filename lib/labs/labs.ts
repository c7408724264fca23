import { certificateLab } from './certificate/certificate-lab';
import { processLab } from './process/process-lab';
import { tcpLab } from './tcp/tcp-lab';
import { tlsLab } from './tls/tls-lab';

/** Every lab there is, by its id. */
export const labs = { tcp: tcpLab, tls: tlsLab, certificate: certificateLab, process: processLab } as const;

export type LabId = keyof typeof labs;
