import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const settings = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync('.vscode/settings.json', 'utf8')));
const message = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
});
const diagnostics = z.object({
  uri: z.string(),
  diagnostics: z.array(z.object({ message: z.string(), range: z.object({ start: z.object({ line: z.number() }) }) })),
});
const completions = z.object({ items: z.array(z.object({ label: z.string() })) });
const hover = z.object({ contents: z.object({ value: z.string() }) });

/** The server that editors talk to about YAML, with this repository's own settings. */
class YamlServer {
  readonly #process: ChildProcess = spawn(process.execPath, [
    resolve('node_modules/yaml-language-server/bin/yaml-language-server'),
    '--stdio',
  ]);
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #findings = new Map<string, (found: z.infer<typeof diagnostics>) => void>();
  #unread = Buffer.alloc(0);
  #last = 0;

  constructor() {
    this.#process.stdout?.on('data', (bytes: Buffer) => this.#hear(bytes));
  }

  async begin(): Promise<void> {
    const root = pathToFileURL(process.cwd()).href;
    await this.ask('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'handrail' }],
      capabilities: { workspace: { configuration: true }, textDocument: { completion: {}, publishDiagnostics: {} } },
    });
    this.#send({ method: 'initialized', params: {} });
  }

  /** Opens a text as if it stood in the file, and waits for what the server finds in it. */
  open(file: string, text: string): Promise<z.infer<typeof diagnostics>> {
    const uri = uriOf(file);
    const found = new Promise<z.infer<typeof diagnostics>>((tell) => this.#findings.set(uri, tell));
    this.#send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return found;
  }

  ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#last;
    const answer = new Promise<unknown>((tell) => this.#answers.set(id, tell));
    this.#send({ id, method, params });
    return answer;
  }

  end(): void {
    this.#process.kill();
  }

  #send(said: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...said });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #hear(bytes: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    for (;;) {
      const head = this.#unread.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#unread.toString('utf8', 0, Math.max(head, 0)))?.[1]);
      if (head < 0 || this.#unread.length < head + 4 + length) return;
      const body = this.#unread.toString('utf8', head + 4, head + 4 + length);
      this.#unread = this.#unread.subarray(head + 4 + length);
      this.#answer(message.parse(JSON.parse(body)));
    }
  }

  #answer({ id, method, params, result }: z.infer<typeof message>): void {
    if (method === 'textDocument/publishDiagnostics') {
      const found = diagnostics.parse(params);
      this.#findings.get(found.uri)?.(found);
    } else if (method === 'workspace/configuration') {
      const { items } = z.object({ items: z.array(z.object({ section: z.string() })) }).parse(params);
      this.#send({ id, result: items.map(({ section }) => sectionOf(section)) });
    } else if (method !== undefined && id !== undefined) this.#send({ id, result: null });
    else if (typeof id === 'number') this.#answers.get(id)?.(result);
  }
}

/** `yaml` → every setting that begins with `yaml.`, as an editor hands it over. */
function sectionOf(section: string): Record<string, unknown> {
  const made: Record<string, Record<string, unknown>> = {};
  for (const [key, value] of Object.entries(settings)) {
    const [first = '', ...rest] = key.split('.');
    if (first !== section || rest.length === 0) continue;
    const [name = '', inside] = rest;
    if (inside === undefined) Object.assign(made, { [name]: value });
    else made[name] = { ...made[name], [inside]: value };
  }
  return { validate: true, completion: true, hover: true, ...made };
}

function uriOf(file: string): string {
  return pathToFileURL(resolve(join('content/tcp-tls/99-in-the-editor', file))).href;
}

let server: YamlServer;
beforeAll(async () => {
  server = new YamlServer();
  await server.begin();
}, 60_000);
afterAll(() => server.end());

const quiz = `questions:
  - id: first
    kind: single-choice
    objective: open
    prompt: { en: "Which?" }
    propmt: { en: "Which?" }
    options:
      - { id: a, text: { en: "1" }, right: true }
      - { id: b, text: { en: "2" } }
    explanation: { en: "So." }
`;

test('marks a key that a question does not have, at its line', async () => {
  const { diagnostics: found } = await server.open('quiz.yaml', quiz);
  expect(found.map(({ message: words, range }) => [range.start.line, words])).toEqual([
    [5, expect.stringContaining('propmt')],
  ]);
}, 60_000);

test('completes the kinds of question', async () => {
  await server.open('kinds/quiz.yaml', 'questions:\n  - id: first\n    kind: \n');
  const answer = await server.ask('textDocument/completion', {
    textDocument: { uri: uriOf('kinds/quiz.yaml') },
    position: { line: 2, character: 10 },
  });
  const labels = completions.parse(answer).items.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['single-choice', 'numeric', 'prediction', 'written']));
}, 60_000);

test('completes the keys of the kind that is written, and says what they are for', async () => {
  await server.open('keys/quiz.yaml', 'questions:\n  - id: first\n    kind: numeric\n    \n');
  const answer = await server.ask('textDocument/completion', {
    textDocument: { uri: uriOf('keys/quiz.yaml') },
    position: { line: 3, character: 4 },
  });
  const labels = completions.parse(answer).items.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['prompt', 'tolerance', 'units', 'explanation']));
  const said = hover.parse(
    await server.ask('textDocument/hover', {
      textDocument: { uri: uriOf('quiz.yaml') },
      position: { line: 9, character: 6 },
    }),
  );
  expect(said.contents.value).toContain('Told after answering');
}, 60_000);

test('finds nothing in a task, a run and a solution that are right, and knows them by their names', async () => {
  for (const file of ['open-a-connection.task.yaml', 'open.run.yaml', 'open-a-connection.solution.yaml']) {
    const text = readFileSync(join('content/tcp-tls/03-three-way-four-way', file), 'utf8');
    expect((await server.open(file, text)).diagnostics, file).toEqual([]);
    expect((await server.open(`wrong/${file}`, `${text}nonsense: 1\n`)).diagnostics, file).not.toEqual([]);
  }
}, 60_000);
