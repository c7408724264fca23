import type { Progress } from '@/lib/db/backup/back-up';

/** Says how far a copy is: at a terminal in place, several times a second; in a log one line for each table. */
export function copyProgress(): { progress: Progress; done(): void } {
  const { stderr } = process;
  let table: string | undefined;
  let told = 0;
  const begin = (name: string): void => {
    if (stderr.isTTY && table !== undefined) stderr.write('\n');
    if (!stderr.isTTY) stderr.write(`${name} …\n`);
    table = name;
  };
  return {
    progress: (name, bytes) => {
      if (name !== table) begin(name);
      if (!stderr.isTTY || Date.now() - told < 100) return;
      told = Date.now();
      stderr.write(`\r${name}: ${(bytes / 2 ** 20).toFixed(1)} MB`);
    },
    done: () => {
      if (stderr.isTTY && table !== undefined) stderr.write('\n');
    },
  };
}
