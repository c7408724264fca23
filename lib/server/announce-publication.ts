import { setTimeout as pause } from 'node:timers/promises';
import { type Holder, holders } from '@/lib/server/build-holders';
import { withBuildLock } from '@/lib/server/build-lock';
import type { Builds } from '@/lib/server/builds';
import { type Circle, publishedIn, readPublication, writePublication } from '@/lib/server/publication';

export type Announced = {
  /** Processes that serve it now. */
  readonly serving: readonly number[];
  /** Processes that could not take it: their logs say why. */
  readonly behind: readonly number[];
  /** Processes of this place that run other code: only a restart gives them anything. */
  readonly otherCode: readonly number[];
};

const lookEveryMs = 100;

type Patience = {
  readonly readyMs?: number;
  readonly switchMs?: number;
  /** Told when somebody else is publishing. */
  readonly waits?: () => void;
};

/**
 * Gives a finished build to every process that belongs together, in two steps: all of them read it ahead, then all of them serve it from one
 * moment on. Whoever starts meanwhile or later serves it too.
 */
export async function announcePublication(
  builds: Builds,
  circle: Circle,
  hash: string,
  { readyMs = 120_000, switchMs = 15_000, waits = () => {} }: Patience = {},
): Promise<Announced> {
  // One after another: of two at once the older could come out last.
  return withBuildLock(publishedIn(builds), waits, async () => {
    const { now } = readPublication(builds, circle);
    await writePublication(builds, circle, { now, next: hash });
    // One that only keeps it has to read it first, as when what was served before is published again.
    await until(builds, circle, (one) => one.hash === hash && one.state !== 'kept', readyMs);
    await writePublication(builds, circle, { now: hash, next: null });
    return until(builds, circle, (one) => one.hash === hash && one.state === 'served', switchMs);
  });
}

/** Waits until every process of the circle does what is wanted, or patience ends. */
async function until(
  builds: Builds,
  { place, code }: Circle,
  isThere: (one: Holder) => boolean,
  patienceMs: number,
): Promise<Announced> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const near = (await holders(builds)).filter((one) => one.place === place);
    const own = near.filter((one) => one.code === code);
    const serving = new Set(own.filter(isThere).map(({ pid }) => pid));
    const behind = new Set(own.map(({ pid }) => pid).filter((pid) => !serving.has(pid)));
    const otherCode = new Set(near.filter((one) => one.code !== code).map(({ pid }) => pid));
    if (behind.size === 0 || performance.now() > end)
      return { serving: [...serving], behind: [...behind], otherCode: [...otherCode] };
    await pause(lookEveryMs);
  }
}
