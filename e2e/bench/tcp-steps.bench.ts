import { chromium as browserType, type CDPSession, type Page } from '@playwright/test';
import { packFragment } from '../../components/labs/share-link';
import { tcpPresets } from '../../components/labs/tcp/tcp-presets';
import type { Figure } from '../../lib/cli/bench';
import { actionLogLimits } from '../../lib/labs/action-log';
import type { TcpAction } from '../../lib/labs/tcp/action';
import { tcpSetupSchema } from '../../lib/labs/tcp/setup';
import { tcpLab } from '../../lib/labs/tcp/tcp-lab';
import { chromium } from '../fixtures/browser';
import { forget, startProduct } from '../fixtures/product';

const STEPS = 5_000;
/** From the end, and from the middle. More than a page of the diagram each, so that turning a page is among them. */
const MEASURED = [
  { from: STEPS, steps: 150 },
  { from: STEPS / 2, steps: 100 },
];

/** What one step back costs the main thread of the browser, in a run as long as a run may be. */
export async function run(): Promise<Figure[]> {
  const product = await startProduct();
  const browser = await browserType.launch(chromium('whole'));
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${product.url}/en/labs/tcp${await longRun()}`);
    const lab = page.locator('section[id^="lab-"][data-live]');
    const place = lab.locator(`input[type="range"][max="${STEPS}"]`);
    await place.waitFor();
    const devtools = await page.context().newCDPSession(page);
    // The thread's own time, so that what else the machine is doing is not counted.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const taken: number[] = [];
    for (const { from, steps } of MEASURED) {
      await place.fill(String(from));
      await lab.focus();
      await settled(page);
      for (let step = 0; step < steps; step += 1) taken.push(await stepBack(page, devtools));
    }
    const at = Number(await place.inputValue());
    if (at !== STEPS / 2 - 100) throw new Error(`expected to be at step ${STEPS / 2 - 100}, found ${at}`);
    taken.sort((a, b) => a - b);
    return [
      {
        name: `a step back in a run of ${STEPS}, main thread, median`,
        value: share(taken, 0.5),
        unit: 'ms',
        atMost: 16,
      },
      { name: 'the same, 95th percentile', value: share(taken, 0.95), unit: 'ms', atMost: 16 },
      { name: 'the same, slowest', value: share(taken, 1), unit: 'ms' },
      { name: 'segments in that run', value: segmentsIn(), unit: '' },
    ];
  } finally {
    await browser.close();
    await product.stop();
    await forget(product.dataDir);
  }
}

/** All tasks of the main thread from the key until its picture has been drawn: script, style, layout, painting. */
async function stepBack(page: Page, devtools: CDPSession): Promise<number> {
  const before = await taskMilliseconds(devtools);
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  return (await taskMilliseconds(devtools)) - before;
}

async function taskMilliseconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const all = metrics.find(({ name }) => name === 'TaskDuration');
  if (!all) throw new Error('the browser does not tell TaskDuration');
  return all.value * 1_000;
}

/** Two frames later everything that a key has brought about is on the screen. */
function settled(page: Page): Promise<unknown> {
  return page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
}

const [{ setup: plain }] = tcpPresets;
const setup = tcpSetupSchema.parse({ ...plain, client: { ...plain.client, congestion: 'new-reno', timestamps: true } });

/** A connection over which something is said again and again: a call, an arrival, an acknowledgement, and so on. */
const begin: readonly TcpAction[] = [
  { kind: 'listen', side: 'server' },
  { kind: 'open', side: 'client' },
];
const actions: readonly TcpAction[] = [
  ...begin,
  ...Array.from({ length: STEPS }, (_, place): TcpAction => {
    const turn = place % 3;
    return place < 3 || turn > 0
      ? { kind: 'next' }
      : { kind: 'send', side: 'client', text: 'all that is said is told' };
  }),
].slice(0, STEPS);

async function longRun(): Promise<string> {
  if (actions.length !== actionLogLimits.actions) throw new Error('expected the longest run there may be');
  const run = { lab: tcpLab.id, major: tcpLab.major, setup, seed: 1, given: [], actions, at: STEPS };
  const packed = await packFragment(run);
  if (packed.kind !== 'packed')
    throw new Error(`expected a run that fits into a link, found ${packed.length} characters`);
  return packed.fragment;
}

function segmentsIn(): number {
  return actions.reduce((state, action) => tcpLab.step(state, action).state, tcpLab.start(setup, 1)).segments.length;
}
