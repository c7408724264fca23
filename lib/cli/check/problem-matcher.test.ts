import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { changed, writeContent } from '@/lib/curriculum/test-content';
import { checkContent } from './content';
import { watchContent } from './watch';

const matcher = z.object({
  pattern: z.object({
    regexp: z.string(),
    file: z.literal(1),
    line: z.literal(2),
    column: z.literal(3),
    severity: z.literal(4),
    code: z.literal(5),
    message: z.literal(6),
  }),
  background: z.object({ beginsPattern: z.string(), endsPattern: z.string() }).optional(),
});
const { tasks } = z
  .object({ tasks: z.array(z.object({ label: z.string(), problemMatcher: z.union([matcher, z.tuple([])]) })) })
  .parse(JSON.parse(readFileSync('.vscode/tasks.json', 'utf8')));

function matcherOf(label: string): z.infer<typeof matcher> {
  return matcher.parse(tasks.find((task) => task.label === label)?.problemMatcher);
}

/** What the editor shows: it begins anew at one line, and shows at another what came between. */
class Problems {
  readonly rounds: string[][] = [];
  readonly #matcher = matcherOf('handrail: check while I write');
  #now: string[] = [];
  #waiting: (() => void)[] = [];

  hear(text: string): void {
    for (const line of text.split('\n')) {
      const found = new RegExp(this.#matcher.pattern.regexp).exec(line);
      if (found) this.#now.push(found.slice(1).join(' | '));
      if (new RegExp(this.#matcher.background?.beginsPattern ?? '$^').test(line)) this.#now = [];
      if (!new RegExp(this.#matcher.background?.endsPattern ?? '$^').test(line)) continue;
      this.rounds.push(this.#now);
      for (const wake of this.#waiting.splice(0)) wake();
    }
  }

  async shown(round: number): Promise<string[]> {
    while (this.rounds.length < round) await new Promise<void>((wake) => this.#waiting.push(wake));
    return this.rounds[round - 1] ?? [];
  }
}

test('the editor shows each finding at its place while a lesson is written, and no longer once it is mended', async () => {
  const lesson = 'tcp-tls/03-handshakes';
  const broken = {
    ...changed(`${lesson}/quiz.yaml`, 'kind: single-choice', 'kind: singel-choice'),
    ...changed(`${lesson}/en.mdx`, '<Lab run="open" />', '<Lab run="opne" />'),
  };
  const dir = await writeContent(broken);
  const stop = new AbortController();
  const problems = new Problems();
  const watching = watchContent([], (line) => problems.hear(line), {
    dirs: [dir],
    signal: stop.signal,
    everything: true,
  });
  try {
    const { errors } = await checkContent([], [dir]);
    const expected = errors.map(({ file, line, column, severity = 'error', rule, message }) =>
      [file, line, column, severity, rule, message].join(' | '),
    );
    expect(await problems.shown(1)).toEqual(expected);
    expect(expected.length).toBeGreaterThanOrEqual(2);

    const quiz = join(dir, lesson, 'quiz.yaml');
    await writeFile(quiz, (await readFile(quiz, 'utf8')).replace('singel', 'single'));
    const after = await problems.shown(2);
    expect(after.some((problem) => problem.includes('opne') || problem.includes('en.mdx'))).toBe(true);
    expect(after.some((problem) => problem.includes('singel'))).toBe(false);
  } finally {
    stop.abort();
    await watching;
    await rm(dir, { recursive: true, force: true });
  }
});

test('both tasks that check read findings in the same way', () => {
  expect(matcherOf('handrail: check once').pattern).toEqual(matcherOf('handrail: check while I write').pattern);
});
