import { spawn } from 'node:child_process';

export type StepEnd = {
  readonly code: number;
  readonly seconds: number;
  /** `not run: …` lines: what an outside judge that this machine lacks would have said. */
  readonly notRun: readonly string[];
};

/** Runs a tool with its output passed on as it comes, and keeps the lines that the summary needs. */
export function runStep(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<StepEnd> {
  const begin = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const notRun = new Set<string>();
  const passOn = (to: NodeJS.WriteStream) => {
    let rest = '';
    return (bytes: Buffer) => {
      to.write(bytes);
      const lines = (rest + bytes.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const at = line.indexOf('not run: ');
        if (at !== -1) notRun.add(line.slice(at).trim());
      }
    };
  };
  child.stdout.on('data', passOn(process.stdout));
  child.stderr.on('data', passOn(process.stderr));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, seconds: (performance.now() - begin) / 1000, notRun: [...notRun] }),
    );
  });
}
