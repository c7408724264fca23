import { sampleWorld } from './sample-world';

/**
 * The thread a sample runs in, as text: it is bundled with nothing and loads nothing. No object of this thread is handed into the sample's
 * world; scripts go in, and text comes out.
 */
export const sampleThread = `
const { parentPort, workerData } = require('node:worker_threads');
const vm = require('node:vm');
const world = vm.createContext(Object.create(null), {
  codeGeneration: { strings: false, wasm: false },
  microtaskMode: 'afterEvaluate',
});
const begin = Date.now();
const run = (code, filename) => {
  const left = workerData.workingTime - (Date.now() - begin);
  if (left <= 0) throw new Error('timed out');
  return vm.runInContext(code, world, { timeout: left, filename });
};
let isEndless = false;
const tell = (failed) => {
  const lines = JSON.parse(String(vm.runInContext('__printed()', world, { timeout: 1000 })));
  parentPort.postMessage({ lines, ...(failed === undefined ? {} : { failed }), ...(isEndless ? { isEndless } : {}) });
};
vm.runInContext(${JSON.stringify(sampleWorld)}, world);
let failed;
try {
  run(workerData.code, 'sample.js');
  for (let turns = 0; run('__turn()', 'sample.js') === true; turns++) if (turns >= 10000) throw new Error('timed out');
  failed = run('__failure()', 'sample.js');
  failed = typeof failed === 'string' ? failed : undefined;
} catch (error) {
  let words = 'it fails';
  try { words = String(error && error.message); } catch {}
  isEndless = /timed out/.test(words);
  failed = isEndless ? 'it is still at work after a second' : words;
}
tell(failed);
`;
