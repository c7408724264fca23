import { certificateLab } from './certificate/certificate-lab';
import { processLab } from './process/process-lab';
import { tcpLab } from './tcp/tcp-lab';

/** Every lab there is, by its id. */
export const labs = { tcp: tcpLab, certificate: certificateLab, process: processLab } as const;

export type LabId = keyof typeof labs;
