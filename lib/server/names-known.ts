import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownString } from '@/lib/server/own-string';

const kept = z.object({ names: z.array(z.string()), files: z.record(z.string(), z.array(z.number())) });

const NAMES = 'names.json';

/** Which names stand in which file, by its address and tag: they follow from its bytes, so that a build need not read again what one by the same code has read. */
export class NamesKnown {
  readonly #before = new Map<string, readonly string[]>();
  readonly #now = new Map<string, readonly string[]>();
  /** Each name once, however many files it stands in. */
  readonly #names = new Map<string, string>();

  /** Takes over what the build in `folder` knows. */
  async learn(folder: string): Promise<void> {
    const text = await readFile(join(folder, NAMES), 'utf8').catch(() => undefined);
    if (text === undefined) return;
    const { names, files } = kept.parse(JSON.parse(text));
    for (const [file, at] of Object.entries(files))
      this.#before.set(
        file,
        at.map((index) => names[index] ?? ''),
      );
  }

  async of(file: string, read: () => Promise<Iterable<string>>): Promise<readonly string[]> {
    const known = this.#now.get(file) ?? this.#before.get(file) ?? Array.from(await read(), (name) => this.#once(name));
    this.#now.set(file, known);
    return known;
  }

  #once(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const own = ownString(name);
    this.#names.set(own, own);
    return own;
  }

  /** Writes down what was asked for. Most names stand in many files: each is written once. */
  async write(folder: string): Promise<void> {
    const names = [...new Set([...this.#now.values()].flat())];
    const places = new Map(names.map((name, at) => [name, at]));
    const files = Object.fromEntries(
      [...this.#now].map(([file, list]) => [file, list.map((name) => places.get(name) ?? 0)]),
    );
    await writeFile(join(folder, NAMES), JSON.stringify({ names, files } satisfies z.infer<typeof kept>));
  }
}
