import type { Run } from '@/lib/labs/run';
import { type Side, tcpSetupSchema } from '@/lib/labs/tcp/setup';
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

const opened = [listen, open, next, next, next] as const;
const offers = { windowScale: 7, sackPermitted: true, timestamps: true };
const flood = { kind: 'flood', side: 'server', syns: 12 } as const;
const wait = (ms: number) => ({ kind: 'wait', ms }) as const;
const lose = (segment: number) => ({ kind: 'drop', segment }) as const;
const close = (side: Side) => ({ kind: 'close', side }) as const;
const send = (side: Side, words: string) => ({ kind: 'send', side, text: words }) as const;
const forgedReset = (ahead: number): TcpRun['actions'][number] => ({
  kind: 'forge',
  to: 'server',
  flags: ['RST'],
  seq: client.iss + ahead,
});
const bothClose = [close('client'), close('server')];
/** So many bytes for the client to send. */
const text = (bytes: number) => 'the quick brown fox '.repeat(bytes / 20 + 1).slice(0, bytes);
/** A client that minds congestion, and a server that takes small segments. */
const busy = (more: object) => ({
  client: { ...client, congestion: 'new-reno', ...more },
  server: { ...server, mss: 100 },
});

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
  preset('close-together', {}, [...opened, ...bothClose, next, next, next, next]),
  preset('half-close', {}, [
    ...opened,
    close('client'),
    next,
    next,
    send('server', 'still here'),
    next,
    next,
    close('server'),
    next,
    next,
  ]),
  preset('lost-syn', {}, [listen, open, lose(0), next, next, next, next]),
  preset('fast-retransmit', busy({ initialWindow: 8 }), [...opened, send('client', text(1_000)), lose(4), wait(400)]),
  preset('slow-start', busy({ iss: 1_234_567 }), [
    ...opened,
    // Everything that is under way at that time, so that only the timer can notice.
    ...[send('client', text(4_000)), wait(90), ...[11, 12, 13, 14, 15, 16, 17, 18].map(lose)],
    ...[wait(900), wait(100), wait(100), wait(100), wait(100), wait(400)],
  ]),
  preset('zero-window', { server: { ...server, window: 8, reading: 'on-call' } }, [
    ...opened,
    ...[send('client', 'more than eight bytes'), next, next, next, wait(4_000)],
    ...[{ kind: 'receive', side: 'server' } as const, next, next, next],
  ]),
  preset('nagle-delayed', { client: { ...client, nagle: true }, server: { ...server, ackDelay: 200 } }, [
    ...opened,
    ...[send('client', 'a'), send('client', 'b'), send('client', 'c'), wait(400), wait(400)],
  ]),
  preset(
    'options',
    { client: { ...client, ...offers }, server: { ...server, ...offers, window: 1_000_000, mss: 100 } },
    [...opened, ...[send('client', text(264)), lose(3), wait(1_500)]],
  ),
  preset('flood', { server: { ...server, backlog: 4 } }, [listen, flood, wait(100), open, wait(3_000)]),
  preset(
    'cookies',
    {
      server: { ...server, backlog: 4, synCookies: 'when-full', sackPermitted: true },
      client: { ...client, sackPermitted: true },
    },
    [...[listen, flood, wait(100), open, next, next, next], ...[send('client', 'hello'), next, next]],
  ),
  preset('old-duplicate', {}, [
    ...opened,
    send('client', 'hello'),
    next,
    next,
    { kind: 'replay', segment: 3 },
    next,
    next,
  ]),
  preset('forged-reset', {}, [...opened, ...[forgedReset(100), next, next], ...[forgedReset(1), next]]),
  preset('reset', {}, [...opened, send('client', 'hello'), next, next, { kind: 'abort', side: 'client' }, next]),
  preset('udp', { protocol: 'udp' }, [
    send('client', 'hello'),
    send('client', 'there'),
    lose(0),
    next,
    send('server', 'welcome'),
    next,
  ]),
];
