import { tcpLab } from './tcp/tcp-lab';

/** Every lab there is, by its id. */
export const labs = { tcp: tcpLab } as const;

export type LabId = keyof typeof labs;
