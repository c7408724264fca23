import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One learner who answers: the ids in the database, and the cookie that says so. */
export type Answerer = { readonly learnerId: string; readonly sessionId: string; readonly cookie: string };

export type AnswerLoad = {
  readonly folder: string;
  readonly item: string;
  readonly version: string;
  readonly letter: string;
  readonly answerers: readonly Answerer[];
};

/** A wrk script: each request is one new answer, each of another learner than the last. */
export function writeAnswerScript({ folder, item, version, letter, answerers }: AnswerLoad, origin: string): string {
  const cookies = join(folder, 'cookies.txt');
  writeFileSync(cookies, answerers.map(({ cookie }) => cookie).join('\n'));
  const script = join(folder, 'answers.lua');
  const body = (id: string) =>
    JSON.stringify({ answers: [{ id, item, version, response: { choice: letter }, seq: 1 }] }).split('@');
  const [head = '', tail = ''] = body('@');
  writeFileSync(
    script,
    `local cookies = {}
for line in io.lines(${JSON.stringify(cookies)}) do cookies[#cookies + 1] = line end
-- A run must not repeat an id of another run: the clock and the address of a table are in each.
math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 2147483647)
local run = string.format("%08x-%04x", math.random(0, 0x7fffffff), math.random(0, 0xffff))
local at = math.random(1, #cookies)
local count = 0
local headers = { ["Content-Type"] = "application/json", ["Origin"] = ${JSON.stringify(origin)} }
request = function()
  at = at % #cookies + 1
  count = count + 1
  headers["Cookie"] = cookies[at]
  local id = string.format("%s-4000-8000-%012x", run, count)
  return wrk.format("POST", "/api/answers", headers, ${JSON.stringify(head)} .. id .. ${JSON.stringify(tail)})
end
`,
  );
  return script;
}

/** Answers a second, as acknowledged over HTTP. */
export async function answersByWrk(url: string, script: string, connections: number, seconds: number): Promise<number> {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, url];
  const said = await output('wrk', args, {});
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)?.[1];
  if (rate === undefined || /Non-2xx|Socket errors/.test(said)) throw new Error(`wrk did not measure:\n${said}`);
  return Number(rate);
}

/** The same statement, one transaction an answer, by pgbench. Transactions a second. */
export async function answersByPgbench(
  url: string,
  { folder, item, version, answerers }: AnswerLoad,
  optionId: string,
  connections: number,
  seconds: number,
): Promise<number> {
  const script = join(folder, 'answers.sql');
  // The ids of learner and session follow from a number, as they were made (\`answererIds\`).
  const id = (kind: string) => `'${kind}0000000-0000-4000-8000-' || lpad(to_hex(:n::int), 12, '0')`;
  writeFileSync(
    script,
    `\\set n random(0, ${answerers.length - 1})
SELECT * FROM store_attempts(ARRAY[${id('a')}], json_build_array(json_build_object(
  'learner_id', ${id('a')}, 'session_id', ${id('b')}, 'id', gen_random_uuid(), 'item', '${item}', 'version', '${version}',
  'key_revision', 1, 'response', '{"choice":"${optionId}"}'::json, 'earned', 1, 'possible', 1, 'detail', '{}'::json,
  'seq', 1, 'answered_at', null)));
`,
  );
  const { username, password, pathname, searchParams, hostname, port } = new URL(url);
  const env = { PGPASSWORD: decodeURIComponent(password) };
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const connect = ['-h', host, ...(port ? ['-p', port] : []), '-U', decodeURIComponent(username)];
  const run = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '1', '-T', String(seconds), '-f', script];
  const said = await output('pgbench', [...connect, ...run, pathname.slice(1)], env);
  const rate = /tps = ([\d.]+)/.exec(said)?.[1];
  if (rate === undefined) throw new Error(`pgbench did not measure:\n${said}`);
  return Number(rate);
}

/** The nth learner's ids: what pgbench can compute too. */
export function answererIds(n: number): { learnerId: string; sessionId: string } {
  const end = n.toString(16).padStart(12, '0');
  return { learnerId: `a0000000-0000-4000-8000-${end}`, sessionId: `b0000000-0000-4000-8000-${end}` };
}

async function output(program: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
    });
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${program} cannot be started: ${error.message}`)));
    child.once('close', () => resolve());
  });
  return said;
}
