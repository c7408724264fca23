import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { labs } from '@/lib/labs/labs';
import { locales } from '@/lib/words/locale';

const SPOKEN = /spoken\('(\w+)'\)/;

/** The rooms that a lab's own chunk, and whatever it loads later, speaks from: as the browser resolves it. */
async function roomsOf(lab: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`components/labs/${lab}/${lab}-live.tsx`],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    format: 'esm',
    conditions: ['browser'],
    packages: 'external',
    external: ['react', 'next/*'],
    alias: { '@': process.cwd() },
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  const rooms = Object.keys(metafile.inputs).filter((file) => /^lib\/words\/[\w-]+\.ts$/.test(file));
  return rooms.flatMap((file) => SPOKEN.exec(readFileSync(file, 'utf8'))?.[1] ?? []).sort();
}

it.each(Object.keys(labs))(
  'with the %s lab come all the words it says, and no others, in each language',
  async (lab) => {
    const rooms = await roomsOf(lab);
    expect(rooms.length).toBeGreaterThan(1);
    for (const locale of locales) {
      const wordsOf = async (file: string) => (await import(`../../lib/words/${locale}/labs/${file}.ts`)).words;
      const later = lab === 'journey' ? await wordsOf('journey-bytes') : {};
      expect(Object.keys({ ...(await wordsOf('every')), ...(await wordsOf(lab)), ...later }).sort()).toEqual(rooms);
    }
  },
);
