import { sampleWorld } from './sample-world';

/**
 * The process a sample runs in, as text for `node -e`: it is bundled with nothing and loads nothing. A script goes in by standard input, and
 * text comes out. No object of this program is handed into the sample's world; and because `node:vm` is no boundary, whoever should come out
 * of that world finds a place where everything but the language has been taken away, and what is left cannot be changed. What stands around
 * the process (`print-sample.ts`) holds even then.
 */
export const sampleProcess = `(() => {
'use strict';
const { readFileSync, writeSync } = require('node:fs');
const vm = require('node:vm');
const own = process;
const { Buffer } = globalThis;
const milliseconds = () => Number(own.hrtime.bigint() / 1000000n);
const { code, workingTime } = JSON.parse(readFileSync(0, 'utf8'));

const language = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)'));
const gone = (from, name) => {
  try { Object.defineProperty(from, name, { value: undefined, configurable: true, writable: true, enumerable: false }); } catch {}
};
for (const name of ['getBuiltinModule', 'binding', '_linkedBinding', 'dlopen', 'mainModule', 'kill', '_kill', '_debugProcess', 'report', 'permission'])
  gone(own, name);
const modules = require('node:module');
for (const name of ['_load', 'createRequire', 'prototype', '_cache']) gone(modules, name);
for (const name of Reflect.ownKeys(globalThis)) if (!language.has(name)) delete globalThis[name];
const seen = new Set();
const harden = (thing) => {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null || thing === globalThis || seen.has(thing)) return;
  seen.add(thing);
  if (!ArrayBuffer.isView(thing)) Object.freeze(thing);
  harden(Object.getPrototypeOf(thing));
  for (const { value, get, set } of Object.values(Object.getOwnPropertyDescriptors(thing))) { harden(value); harden(get); harden(set); }
};
for (const name of language) harden(globalThis[name]);
for (const made of [async () => {}, function* () {}, async function* () {}, [][Symbol.iterator](), new Map()[Symbol.iterator](), ''[Symbol.iterator]()])
  harden(Object.getPrototypeOf(made));

const world = vm.createContext(Object.create(null), {
  codeGeneration: { strings: false, wasm: false },
  microtaskMode: 'afterEvaluate',
});
vm.runInContext(${JSON.stringify(sampleWorld)}, world);
const box = vm.runInContext('__box', world);
// What the sample throws is its own: it is never asked for anything out here, where no limit of time would end its answer.
writeSync(1, ' ');
const begin = milliseconds();
const run = (script, working = workingTime) => {
  const left = begin + working - milliseconds();
  if (left <= 0) throw new Error('timed out');
  return vm.runInContext(script, world, { timeout: left, filename: 'sample.js' });
};
const isOver = () => milliseconds() - begin >= workingTime - 10;
const textOf = (said, otherwise) => (typeof said === 'string' ? said : otherwise);
let failed;
let lines = [];
try {
  run(code);
  for (let turns = 0; run('__turn()') === true; turns++) if (turns >= 10000) { failed = 'it is still at work after 10,000 timers'; break; }
  failed ??= textOf(run('__failure()'));
} catch (error) {
  box.value = error;
  failed = 'it fails';
  try { if (!isOver()) failed = textOf(run('__thrown()'), failed); } catch {}
}
const isEndless = isOver();
if (isEndless) failed = 'it is still at work after a second';
try { lines = JSON.parse(textOf(run('__printed()', workingTime + 1000), '[]')); } catch {}
const told = Buffer.from(JSON.stringify({ lines, failed, isEndless: isEndless || undefined }));
for (let at = 0; at < told.length; ) {
  // The other end of a pipe may not be ready for more.
  try { at += writeSync(1, told, at); } catch (error) { if (error.code !== 'EAGAIN') throw error; }
}
own.reallyExit(0);
})();
`;
