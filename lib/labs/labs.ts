import { processLab } from './process/process-lab';
import { tcpLab } from './tcp/tcp-lab';

/** Every lab there is, by its id. */
export const labs = { tcp: tcpLab, process: processLab } as const;

export type LabId = keyof typeof labs;
