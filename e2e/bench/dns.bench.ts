import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Figure } from '../../lib/cli/bench';
import { internetFor } from '../../lib/labs/dns/built-in-zones';
import { decodeMessage } from '../../lib/labs/dns/decode-message';
import { encodeMessage } from '../../lib/labs/dns/encode-message';
import { resolveName } from '../../lib/labs/dns/resolve-name';

const MESSAGES = 100_000;
const ROUNDS = 5;
const internet = internetFor({ zones: '', base: 'internet' });

/** How many messages a second are written and read, how long a name takes from the root, and what the lab's own script weighs. */
export async function run(): Promise<Figure[]> {
  return [throughput(), walk(), await weight()];
}

/** The messages of a real walk across three zones, each read and written again: queries, referrals with glue, aliases, answers. */
function throughput(): Figure {
  const { messages } = resolveName({ name: 'www.umbrella.example', internet, seed: 1 });
  const all = messages.map(({ bytes }) => bytes);
  const round = () => {
    const began = performance.now();
    for (let count = 0; count < MESSAGES; count += 1) {
      const decoded = decodeMessage(all[count % all.length] ?? new Uint8Array(0));
      if (decoded.kind !== 'message') throw new Error('not read');
      encodeMessage(decoded.message);
    }
    return (MESSAGES / (performance.now() - began)) * 1_000;
  };
  round();
  const figures = Array.from({ length: ROUNDS }, round).sort((a, b) => a - b);
  return {
    name: 'DNS messages read and written',
    value: figures[ROUNDS >> 1] ?? Number.NaN,
    unit: '/s',
    atLeast: 100_000,
  };
}

function walk(): Figure {
  const took = Array.from({ length: 50 }, (_, seed) => {
    const began = performance.now();
    resolveName({ name: 'www.umbrella.example', internet, seed });
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return {
    name: 'a name found out across three zones, 22 messages',
    value: took[25] ?? Number.NaN,
    unit: 'ms',
    atMost: 10,
  };
}

/** Engine, zones, view and words in both languages; what every page and every lab brings is left out. */
async function weight(): Promise<Figure> {
  const { outputFiles } = await build({
    entryPoints: ['components/labs/dns/dns-view.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    conditions: ['browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/jsx-runtime', 'zod/mini'],
    // Style sheets are weighed with the pages; nothing is written here.
    loader: { '.css': 'empty' },
    outdir: '.',
    write: false,
    logLevel: 'error',
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return { name: 'JavaScript of the DNS lab alone, gzip', value: bytes / 1_024, unit: 'KB', atMost: 120 };
}
