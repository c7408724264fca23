import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { printedBy } from './print-sample';
import { runnable } from './runnable';
import { isSameOutput } from './same-output';

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
    ['a timer without end', 'setInterval(() => {}, 1)', /second/],
    ['a heap without end', 'const a = []; for (;;) a.push(new Array(1e5).fill({}))', /MB|second/],
    ['bytes without end', 'new Uint8Array(2e9).fill(1)', /16 MB/],
    ['bytes by the way of others', 'const a = new Uint8Array(9e6); a.slice()', /16 MB/],
    ['bytes that grow', 'new ArrayBuffer(8, { maxByteLength: 4e9 })', /keep their size/],
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

  test('what would load a module is not run', () => {
    expect(runnable("import('x').catch((e) => e.constructor.constructor('return process')())")).toHaveProperty(
      'refused',
    );
    expect(runnable("import fs from 'node:fs'")).toHaveProperty('refused');
    expect(runnable('a.import')).toHaveProperty('script');
  });
});

test('what is printed is compared line by line, and a long value wherever it breaks', () => {
  expect(isSameOutput(['a', 'b'], 'a\nb\n')).toBe(true);
  expect(isSameOutput(['a', 'b'], 'a b')).toBe(false);
  expect(isSameOutput(['{ a: 1, b: 2 }'], '{\n  a: 1,\n  b: 2\n}')).toBe(true);
  expect(isSameOutput(['1'], '2')).toBe(false);
});
