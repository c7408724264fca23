import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';

const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** Asks for these addresses in turn, over 32 connections, and says how many answers a second came back. */
export function load(url: string, paths: readonly string[], seconds: number): Promise<number> {
  return hasWrk ? byWrk(url, paths, seconds) : byAutocannon(url, paths, seconds);
}

/** wrk takes the least of the two cores that it shares with what it measures. */
async function byWrk(url: string, paths: readonly string[], seconds: number): Promise<number> {
  const script = join(mkdtempSync(join(tmpdir(), 'handrail-wrk-')), 'paths.lua');
  const list = paths.map((path) => JSON.stringify(path)).join(', ');
  writeFileSync(
    script,
    `local paths = { ${list} }
local requests = {}
local at = 0
init = function()
  for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path, { ["Accept-Encoding"] = "br" }) end
end
request = function()
  at = at % #requests + 1
  return requests[at]
end
`,
  );
  const child = spawn('wrk', ['-t1', '-c32', `-d${seconds}s`, '-s', script, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) said += String(chunk);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)?.[1];
  if (rate === undefined || /Non-2xx/.test(said)) throw new Error(`wrk did not measure:\n${said}`);
  return Number(rate);
}

async function byAutocannon(url: string, paths: readonly string[], seconds: number): Promise<number> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path, headers: { 'accept-encoding': 'br' } }));
  const { requests: done, non2xx } = await autocannon({ url, requests, connections: 32, duration: seconds });
  if (non2xx > 0) throw new Error(`${non2xx} answers were no 2xx`);
  return done.average;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Measures several things in turn, round after round, so that a noisy moment falls on all of them; the medians. */
export async function inTurn(rounds: number, measures: readonly (() => Promise<number>)[]): Promise<number[]> {
  const found: number[][] = measures.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [i, measure] of measures.entries()) found[i]?.push(await measure());
  return found.map(median);
}
