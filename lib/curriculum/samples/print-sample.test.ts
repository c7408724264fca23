import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { printedBy } from './print-sample';
import { runnable } from './runnable';
import { isSameOutput } from './same-output';
import { sampleProcess } from './sample-process';

async function prints(code: string) {
  const script = runnable(code);
  return 'refused' in script ? script : printedBy(script.script);
}

describe('prints what Node prints', () => {
  test.each([
    ['text and numbers', "console.log('a', 1, -0, 2n, true, null, undefined, Symbol('s'), NaN)"],
    [
      'objects in objects',
      "console.log({ a: 1, 'b-c': [1, 'x', { d: { e: { f: 1 } } }], g() {}, h: class A {}, i: () => 1 })",
    ],
    ['quotes', `console.log(["it's", 'say "a"', "it's \\"a\\"", 'line\\nend'])`],
    [
      'maps, sets, classes',
      "class P { x = 1 }\nconsole.log(new Map([['a', 1]]), new Set([1, 2]), new P(), Object.create(null), [, 1], new Uint8Array(3))",
    ],
    ['a circle', 'const a = { b: 1 }; console.log([1, [2, [3, [4]]]], a.b)'],
    ['signs', "console.log('%s is %d and %i%%, %j', 'x', 4.5, 4.5, { a: 1 }, 'more')"],
    [
      'a long value, broken elsewhere',
      "console.log({ first: 'a long enough text to break', second: 'a long enough text to break', third: [1, 2, 3] })",
    ],
    [
      'turns of the event loop',
      "setTimeout(() => console.log('timer'), 5); setTimeout(() => console.log('sooner'), 1);\nPromise.resolve().then(() => console.log('micro')); queueMicrotask(() => console.log('micro 2')); console.log('now')",
    ],
    [
      'await at the top',
      'const x = await Promise.resolve(3); console.log(x); for await (const y of [1, 2]) console.log(y)',
    ],
    ['async order', 'async function f() { console.log(1); await null; console.log(3) } f(); console.log(2)'],
    [
      'groups and counts',
      "console.group('a'); console.log('b\\nc'); console.groupEnd(); console.count(); console.count('x'); console.count()",
    ],
    [
      'getters and symbols',
      "console.log({ get a() { return 1 }, set b(x) {}, [Symbol('k')]: 1 }, /a+/g, [new Error('e').message])",
    ],
    ['nothing at all', 'const a = 1'],
  ])('%s', async (_name, code) => {
    const node = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      env: { NODE_ENV: 'test' },
    });
    const printed = await prints(code);
    expect(printed).toMatchObject({ lines: expect.anything() });
    if ('lines' in printed)
      expect(isSameOutput(printed.lines, node.stdout), `${printed.lines.join('\n')}\n---\n${node.stdout}`).toBe(true);
  });
});

describe('ends whatever does not end, and reaches nothing', () => {
  test.each([
    ['a loop', 'for (;;);', /second/],
    ['a loop of promises', 'const f = () => Promise.resolve().then(f); f()', /second|MB/],
    ['a timer without end', 'setInterval(() => {}, 1)', /second|timers/],
    ['a heap without end', 'const a = []; for (;;) a.push(new Array(1e5).fill({}))', /MB|second/],
    ['bytes without end', 'new Uint8Array(2e9).fill(1)', /16 MB/],
    ['bytes by the way of others', 'const a = new Uint8Array(9e6); a.slice()', /16 MB/],
    ['bytes that grow', 'new ArrayBuffer(8, { maxByteLength: 4e9 })', /keep their size/],
    [
      'an error whose words never end',
      'throw new (class extends Error { get message() { for (;;); } })()',
      /second|no end/,
    ],
    ['an error that never ends', 'throw new Proxy({}, { getPrototypeOf() { for (;;); } })', /second|no end/],
    ['a search that asks nobody', 'const a = []; a.length = 2 ** 32 - 1; a[9e8] = 1; a.indexOf(2)', /second|no end/],
    ['one value too large for the heap', "'a'.repeat(2 ** 28).split('')", /MB/],
    ['work after its end', 'setTimeout(async () => { await null; for (;;); })', /second/],
    ['timers that make timers', 'const f = () => setTimeout(f); f()', /timers|second/],
    ['a wait for another thread', 'Atomics.wait(new Int32Array(4), 0, 0)', /Atomics is not defined/],
    ['recursion without end', 'const f = () => f() + 1; f()', /stack/],
    ['an error', "throw new TypeError('no')", /no/],
    ['an error in a promise', "await null; throw new TypeError('late')", /late/],
    ['an error in a timer', "setTimeout(() => { throw new Error('later') })", /later/],
    ['modules', "require('node:fs')", /require is not defined/],
    ['the process', 'process.exit(1)', /process is not defined/],
    [
      'a way out by constructors',
      "this.constructor.constructor('return process')()",
      /Code generation|code generation|Cannot read|not defined/,
    ],
    ['a way out by what console is', "console.log.constructor('return process')()", /[Cc]ode generation/],
    ['eval', "eval('1')", /[Cc]ode generation/],
    ['chance', 'Math.random()', /chance/],
    ['the time', 'Date.now()', /the time/],
    ['today', 'new Date()', /the time/],
    ['more lines than anyone reads', "for (;;) console.log('x')", /2,000 lines/],
  ])('%s', async (_name, code, why) => {
    const printed = await prints(code);
    expect('failed' in printed ? printed.failed : printed).toMatch(why);
  });

  test.each([
    "import('x').catch((e) => e.constructor.constructor('return process')())",
    "import fs from 'node:fs'",
    'export const a = 1',
    'import.meta.url',
    // Comments in a script, templates in a module.
    "let x\nx\n--> `\nimport('node:fs')\n--> `",
    "x\n<!-- `\nimport('node:fs')\n/* ` */",
    "}); import('node:fs'); (async () => {",
    "await null; ({ [String(import('node:fs'))]: 1 })",
  ])('what would load a module is not run: %j', (code) => {
    expect(runnable(code)).toHaveProperty('refused');
  });

  test.each(['a.import', "'import'", '({ import: 1 })', '// import x', '/import/'])('%j loads none', (code) => {
    expect(runnable(code)).toHaveProperty('script');
  });
});

/** Given to the world as it is: what stands here would have been refused before. */
const outside = (body: string) =>
  `import('node:fs').catch((e) => {\ntry { ${body} } catch (error) { console.log(String(error)) }\n})`;

describe('whoever has hold of an object from outside its world', () => {
  test.each([
    ['makes no code', "e.constructor.constructor('return process')()", /^EvalError/],
    ['makes no code that waits', "(async () => {}).constructor('return process')()", /^EvalError/],
    [
      'changes nothing that others use',
      'let top = e; while (Object.getPrototypeOf(top)) top = Object.getPrototypeOf(top); Object.defineProperty(top, "x", { value: 1 }); console.log("changed")',
      /^TypeError: Cannot define property/,
    ],
    [
      'is not told of functions',
      'Error.prepareStackTrace = (_, sites) => sites; console.log(new Error().stack.slice(1).map((site) => typeof site.getFunction() + typeof site.getThis()).join())',
      /^(undefinedundefined,)+undefinedundefined$/,
    ],
  ])('%s', async (_name, body, expected) => {
    const { lines } = await printedBy(outside(body));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(expected);
  });

  test('finds no file, no other process or thread, no code of text and no environment, even with all of Node in hand', async () => {
    const program = `
      const tried = (what) => { try { what(); return 'done'; } catch (error) { return error.code ?? error.name; } };
      console.log(JSON.stringify({ lines: [
        tried(() => require('node:fs').readFileSync('/etc/passwd')),
        tried(() => require('node:fs').writeFileSync('handrail-sample', '')),
        tried(() => require('node:fs').readdirSync('.')),
        tried(() => require('node:child_process').execSync('id')),
        tried(() => new (require('node:worker_threads').Worker)('1', { eval: true })),
        tried(() => process.binding('fs')),
        tried(() => process.dlopen({ exports: {} }, 'x.node')),
        tried(() => new Function('1')),
        Object.keys(process.env).filter((name) => name !== '__CF_USER_TEXT_ENCODING').join(),
      ] }));`;
    const denied = 'ERR_ACCESS_DENIED';
    const { lines } = await printedBy('', program);
    expect(lines).toEqual([
      denied,
      denied,
      denied,
      denied,
      denied,
      denied,
      'ERR_DLOPEN_DISABLED',
      'EvalError',
      'NODE_ENV',
    ]);
  });

  test('finds nothing but the language around the world', async () => {
    const { lines } = await printedBy(
      '',
      sampleProcess.replace(
        'const world =',
        'writeSync(1, JSON.stringify({ lines: Object.getOwnPropertyNames(globalThis).filter((name) => !language.has(name)) })); own.reallyExit(0);\nconst world =',
      ),
    );
    expect(lines).toEqual([]);
  });
});

test('what is printed is compared line by line, and a long value wherever it breaks', () => {
  expect(isSameOutput(['a', 'b'], 'a\nb\n')).toBe(true);
  expect(isSameOutput(['a', 'b'], 'a b')).toBe(false);
  expect(isSameOutput(['{ a: 1, b: 2 }'], '{\n  a: 1,\n  b: 2\n}')).toBe(true);
  expect(isSameOutput(['1'], '2')).toBe(false);
});
