import { describe, expect, it } from 'vitest';
import { Overloaded, WorkQueue } from '@/lib/auth/work-queue';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('WorkQueue', () => {
  it('does no more at once than its width, and all in the end', async () => {
    const queue = new WorkQueue(2, 100);
    let busy = 0;
    let most = 0;
    const work = async (n: number) => {
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      return n;
    };
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => queue.run(() => work(n))));
    expect(results).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(most).toBe(2);
  });

  it('refuses at once what would wait behind too many', async () => {
    const queue = new WorkQueue(1, 1);
    const { open, opened } = gate();
    const first = queue.run(() => opened);
    const second = queue.run(async () => 'second');
    await expect(queue.run(async () => 'third')).rejects.toBeInstanceOf(Overloaded);
    open();
    await first;
    expect(await second).toBe('second');
    expect(await queue.run(async () => 'later')).toBe('later');
  });

  it('goes on after work that failed', async () => {
    const queue = new WorkQueue(1, 10);
    await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run(async () => 'yes')).toBe('yes');
  });
});
