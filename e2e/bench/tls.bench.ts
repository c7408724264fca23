import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Figure } from '../../lib/cli/bench';
import { tlsSetupSchema } from '../../lib/labs/tls/setup';
import { tlsLab } from '../../lib/labs/tls/tls-lab';

const WARM = 10;
const ROUNDS = 50;

/** How long a handshake takes in Node, and what the lab's own script weighs. */
export async function run(): Promise<Figure[]> {
  return [...handshakeFigures(), await weight()];
}

/** Engine, curves, ciphers, certificates, view and words in both languages; what every page and every lab brings is left out. */
async function weight(): Promise<Figure> {
  const { outputFiles } = await build({
    entryPoints: ['components/labs/tls/tls-view.ts'],
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
  return {
    name: 'JavaScript of the TLS lab alone, its curves included, gzip',
    value: bytes / 1_024,
    unit: 'KB',
    atMost: 120,
  };
}

/** A whole handshake, client and server together, until both are connected and no record is under way: the median. */
function handshakeFigures(): Figure[] {
  const handshakes = [
    { name: 'TLS 1.3, P-256 certificate', setup: {}, atMost: 15 },
    { name: 'TLS 1.3, P-256 certificate, a chain never seen before', setup: {}, atMost: 15, isNew: true },
    { name: 'TLS 1.3, RSA certificate', setup: { server: { key: 'rsa' } }, atMost: 60 },
    {
      name: 'TLS 1.2, RSA key transport',
      setup: { client: { versions: ['1.2'], suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] }, server: { key: 'rsa' } },
      atMost: 60,
    },
  ];
  return handshakes.map(({ name, setup, atMost, isNew = false }) => {
    const parsedFor = (round: number) =>
      tlsSetupSchema.parse(isNew ? { ...setup, host: `shop-${round}.example` } : setup);
    for (let round = 0; round < WARM; round += 1) handshake(parsedFor(round), round);
    const taken = Array.from({ length: ROUNDS }, (_, round) => handshake(parsedFor(round + WARM), round)).sort(
      (a, b) => a - b,
    );
    return { name: `handshake: ${name}`, value: taken[ROUNDS >> 1] ?? Number.NaN, unit: 'ms', atMost };
  });
}

function handshake(setup: ReturnType<typeof tlsSetupSchema.parse>, seed: number): number {
  // The server has its certificate before anyone calls.
  const listening = tlsLab.start(setup, seed);
  const began = performance.now();
  let state = tlsLab.advance(listening, { kind: 'connect' }).state;
  while (state.wire.length > 0) state = tlsLab.advance(state, { kind: 'next' }).state;
  const ms = performance.now() - began;
  if (!tlsLab.isMet({ kind: 'connected' }, state)) throw new Error(`not connected: ${tlsLab.landmark(state)}`);
  return ms;
}
