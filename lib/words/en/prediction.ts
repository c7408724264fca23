import type { Side } from '@/lib/labs/tcp/setup';

const sides: Record<Side, string> = { client: 'Client', server: 'Server' };
const isSide = (name: string): name is Side => name === 'client' || name === 'server';

const segmentFields: Record<string, string> = {
  from: 'Sent by',
  flags: 'Flags',
  seq: 'Sequence number',
  ack: 'Acknowledgment number',
  len: 'Sequence numbers it takes',
  wnd: 'Window',
};

export const prediction = {
  how: {
    'next-segment': 'Say what the next segment says, before it is sent',
    state: 'Say how both ends stand after the next step',
  },
  soFar: 'What has happened so far',
  nothingSent: 'Nothing has been sent yet.',
  sides,
  sentBy: (side: Side) => `, from the ${sides[side].toLowerCase()}`,
  bytes: (count: number) => (count === 1 ? '1 byte' : `${count} bytes`),
  fates: { arrived: '', 'in-flight': 'on its way', lost: 'lost' },
  /** A field by its code: `seq`, `client`, `client.SND.NXT`. */
  field(code: string): string {
    const [side = '', ...variable] = code.split('.');
    if (!isSide(side)) return segmentFields[code] ?? code;
    return variable.length > 0 ? `${sides[side]}: ${variable.join('.')}` : `${sides[side]}: state`;
  },
  /** What can be chosen. Flags and states are said by their own names. */
  value: (name: string) => (isSide(name) ? sides[name] : name),
  choose: 'Choose…',
};
