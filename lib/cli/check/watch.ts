import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { type AuthorError, formatAuthorError } from '@/lib/curriculum/author-error';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { type ContentCheck, checkContent } from './content';
import { countOf } from './formats/text';

/** Editors save in several steps (write, rename, touch); what comes within this is one saving. */
const quietMs = 80;

type Tell = (line: string) => void;

type WatchOptions = {
  readonly dirs?: string[];
  readonly signal?: AbortSignal;
  /** Tell every finding each time, between a line `Checking` and the count: an editor takes what it is not told as mended. */
  readonly everything?: boolean;
};

/** Checks, and again whenever something in the content folders changes, until the signal ends it (Ctrl-C). */
export async function watchContent(
  files: readonly string[],
  tell: Tell,
  { dirs = contentDirs(), signal = untilInterrupted(), everything = false }: WatchOptions = {},
): Promise<void> {
  const changes = new Changes(dirs, signal);
  try {
    if (everything) tell(checking);
    let known = await look(files, dirs);
    for (const error of known.errors) tell(formatAuthorError(error));
    tell(`${standing(known)}  Watching; Ctrl-C ends.`);
    while (await changes.next()) {
      if (everything) tell(checking);
      const now = await look(files, dirs).catch((fault: unknown) => String(fault));
      // A file that was just taken away under our hands: the next change tells.
      if (typeof now === 'string') {
        tell(now);
        continue;
      }
      const news = everything ? now.errors.map(formatAuthorError) : differences(known.errors, now.errors);
      for (const line of news) tell(line);
      tell(standing(now));
      known = now;
    }
  } finally {
    changes.close();
  }
}

const checking = 'Checking';

function look(files: readonly string[], dirs: string[]): Promise<ContentCheck> {
  return checkContent(files, dirs);
}

/** What is new is told in full, what is gone by its name. A finding that only moved to another line is neither. */
export function differences(before: readonly AuthorError[], now: readonly AuthorError[]): string[] {
  const gone = without(before, now);
  const come = without(now, before);
  return [...gone.map(({ file, rule, message }) => `✓ ${file}  ${rule}  ${message}`), ...come.map(formatAuthorError)];
}

function without(these: readonly AuthorError[], those: readonly AuthorError[]): AuthorError[] {
  const left = those.map(nameOf);
  return these.filter((error) => {
    const at = left.indexOf(nameOf(error));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function nameOf({ file, rule, message, found }: AuthorError): string {
  return JSON.stringify([file, rule, message, found]);
}

function standing({ errors, extent }: ContentCheck): string {
  return errors.length === 0 ? `✓ content: ${extent}` : `✗ ${countOf(errors)}`;
}

function untilInterrupted(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}

/** Savings in some folders, one after the other; those that come while one is looked at are one. */
class Changes {
  readonly #watchers: FSWatcher[];
  #changed = false;
  #wake: (() => void) | undefined;

  constructor(
    dirs: readonly string[],
    readonly signal: AbortSignal,
  ) {
    this.#watchers = dirs.map((dir) => watch(dir, { recursive: true }, (_event, name) => this.#hear(name ?? '')));
    // A folder that vanishes is told by the next check.
    for (const watcher of this.#watchers) watcher.on('error', () => this.#hear(''));
    signal.addEventListener('abort', () => this.#wake?.());
  }

  /** Resolves to true once something was saved and no more is coming, to false when it is over. */
  async next(): Promise<boolean> {
    while (!this.#changed && !this.signal.aborted)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    while (this.#changed && !this.signal.aborted) {
      this.#changed = false;
      await after(quietMs);
    }
    return !this.signal.aborted;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  #hear(name: string): void {
    // An editor's own files are not content.
    if (/(^|[\\/])\.(?!ids\.json$)|~$|\.(swp|tmp)$/.test(name)) return;
    this.#changed = true;
    this.#wake?.();
  }
}
