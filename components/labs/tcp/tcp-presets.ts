import type { Run } from '@/lib/labs/run';
import { tcpSetupSchema } from '@/lib/labs/tcp/setup';
import { tcpView as en } from '@/lib/words/en/tcp-view';
import { tcpView as zh } from '@/lib/words/zh/tcp-view';

type Preset = keyof typeof en.presets;
export type TcpPreset = TcpRun & { id: Preset };
type TcpRun = Extract<Run, { lab: 'tcp' }>;

const client = { iss: 1_234_567 };
const server = { iss: 7_654_321 };
const listen = { kind: 'listen', side: 'server' } as const;
const open = { kind: 'open', side: 'client' } as const;
const next = { kind: 'next' } as const;

function preset(id: Preset, setup: object, actions: TcpRun['actions']): TcpPreset {
  const title = { en: en.presets[id], zh: zh.presets[id] };
  return {
    id,
    lab: 'tcp',
    title,
    setup: tcpSetupSchema.parse({ client, server, ...setup }),
    seed: 1,
    given: [],
    actions,
  };
}

/** Where free play may begin. The first is what the page shows when its address says nothing. */
export const tcpPresets: readonly [TcpPreset, ...TcpPreset[]] = [
  preset('listening', {}, [listen]),
  preset('open', {}, [listen, open, next, next, next]),
  preset('whole', {}, [
    ...[listen, open, next, next, next],
    { kind: 'send', side: 'client', text: 'hello' },
    ...[next, next],
    { kind: 'close', side: 'client' },
    ...[next, next],
    { kind: 'close', side: 'server' },
    ...[next, next, next],
  ]),
  preset('lossy', { network: { loss: 0.33 } }, [listen, open]),
  preset('disorder', { network: { jitter: 200, duplication: 0.33 } }, [listen, open, next, next, next]),
  preset('together', {}, [open, { kind: 'open', side: 'server' }, next, next, next, next]),
  preset('refused', {}, [open, next, next]),
];
