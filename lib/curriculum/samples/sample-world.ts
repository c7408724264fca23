/**
 * What a sample finds in its world besides the language, written in the language: `console`, timers that fire in their order without waiting,
 * and the words the process around it asks by. Values are printed as Node prints them; how it breaks long ones into lines is not compared.
 */
export const sampleWorld = String.raw`
(() => {
  'use strict';
  const lines = [];
  const timers = new Map();
  let failure;
  let last = 0;
  let now = 0;
  const { stringify } = JSON;
  // Node prefers single quotes, then double ones, then backticks.
  const quote = (text) => {
    const [mark] = ["'", '"', '\x60'].filter((each) => !text.includes(each)).concat("'");
    const escaped = stringify(text).slice(1, -1).replaceAll('\\"', '"');
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
  };
  const nameOf = (value) => {
    for (let here = value; here !== null && here !== undefined; here = Object.getPrototypeOf(here)) {
      const own = Object.getOwnPropertyDescriptor(here, 'constructor');
      if (own && typeof own.value === 'function' && own.value.name !== '') return own.value.name;
    }
    return null;
  };
  const show = (value, depth, seen) => {
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'bigint') return value + 'n';
    if (Object.is(value, -0)) return '-0';
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return String(value);
    if (seen.includes(value)) return '[Circular *1]';
    const inside = [...seen, value];
    const more = (each) => show(each, depth + 1, inside);
    const name = nameOf(value);
    if (value instanceof Error)
      return depth === 0 ? String(value) : '[' + String(value) + ']';
    if (typeof value === 'function') {
      const isClass = /^class\b/.test(Function.prototype.toString.call(value));
      const kind = isClass ? 'class' : name === null ? 'Function' : name;
      const own = value.name === '' ? '(anonymous)' : value.name;
      const above = isClass ? Object.getPrototypeOf(value).name : '';
      return '[' + kind + (isClass ? ' ' : value.name === '' ? ' ' : ': ') + own + (above ? ' extends ' + above : '') + ']';
    }
    if (value instanceof RegExp || (value instanceof Date && !Number.isNaN(value.getTime())))
      return value instanceof Date ? value.toISOString() : String(value);
    if (value instanceof Promise) return 'Promise { … }';
    const isList = Array.isArray(value);
    if (depth > 2) return '[' + (isList ? 'Array' : name === null ? 'Object: null prototype' : name) + ']';
    const keys = Reflect.ownKeys(value).filter((key) => Object.getOwnPropertyDescriptor(value, key).enumerable);
    const key = (each) =>
      typeof each === 'symbol' ? '[' + String(each) + ']' : /^[A-Za-z_$][\w$]*$/.test(each) ? each : quote(each);
    const entry = (each) => {
      const own = Object.getOwnPropertyDescriptor(value, each);
      const said = own.get ? (own.set ? '[Getter/Setter]' : '[Getter]') : own.set ? '[Setter]' : more(own.value);
      return key(each) + ': ' + said;
    };
    const around = (head, open, parts, close) => {
      const body = parts.length === 0 ? open + close : open + ' ' + parts.join(', ') + ' ' + close;
      return head === '' ? body : head + ' ' + body;
    };
    if (isList) {
      const parts = [];
      let holes = 0;
      const fill = () => {
        if (holes > 0) parts.push('<' + holes + ' empty item' + (holes === 1 ? '' : 's') + '>');
        holes = 0;
      };
      for (let at = 0; at < Math.min(value.length, 100); at++) {
        if (!(at in value)) { holes++; continue; }
        fill();
        parts.push(more(value[at]));
      }
      fill();
      if (value.length > 100) parts.push('... ' + (value.length - 100) + ' more item' + (value.length === 101 ? '' : 's'));
      parts.push(...keys.filter((each) => typeof each === 'symbol' || !/^(0|[1-9]\d*)$/.test(each)).map(entry));
      return around(name === 'Array' ? '' : name + '(' + value.length + ')', '[', parts, ']');
    }
    if (value instanceof Map)
      return around('Map(' + value.size + ')', '{', [...value].map(([one, other]) => more(one) + ' => ' + more(other)), '}');
    if (value instanceof Set) return around('Set(' + value.size + ')', '{', [...value].map(more), '}');
    if (ArrayBuffer.isView(value) && !(value instanceof DataView))
      return around(name + '(' + value.length + ')', '[', [...value].map(more), ']');
    const tag = value[Symbol.toStringTag];
    const head = name === null ? '[Object: null prototype]' : name === 'Object' ? '' : name;
    const tagged = typeof tag === 'string' && tag !== '' && tag !== name ? (head === '' ? 'Object' : head) + ' [' + tag + ']' : head;
    return around(tagged, '{', keys.map(entry), '}');
  };
  const shown = (value) => (typeof value === 'string' ? value : show(value, 0, []));
  const format = (values) => {
    const [first, ...rest] = values;
    if (typeof first !== 'string' || rest.length === 0) return values.map(shown).join(' ');
    const text = first.replace(/%[sdifoOjc%]/g, (sign) => {
      if (sign === '%%') return '%';
      if (rest.length === 0) return sign;
      const value = rest.shift();
      if (sign === '%s') return typeof value === 'object' && value !== null ? show(value, 1, []) : String(value);
      if (sign === '%d') return String(Number(value));
      if (sign === '%i') return String(Number.parseInt(value, 10));
      if (sign === '%f') return String(Number.parseFloat(value));
      if (sign === '%j') return stringify(value);
      return sign === '%c' ? '' : show(value, 0, []);
    });
    return [text, ...rest.map(shown)].join(' ');
  };
  let indent = '';
  const print = (...values) => {
    if (lines.length >= 2000) throw new Error('it prints more than 2,000 lines');
    lines.push(...format(values).split('\n').map((line) => (indent + line).slice(0, 4000)));
  };
  const counts = new Map();
  const say = {
    log: print, info: print, debug: print, warn: print, error: print, trace: print,
    dir: (value) => print(show(value, 0, [])),
    group: (...values) => { if (values.length > 0) print(...values); indent += '  '; },
    groupEnd: () => { indent = indent.slice(2); },
    assert: (holds, ...values) => { if (!holds) print(values.length > 0 ? 'Assertion failed: ' + format(values) : 'Assertion failed'); },
    count: (label = 'default') => { counts.set(label, (counts.get(label) ?? 0) + 1); print(label + ': ' + counts.get(label)); },
  };
  const later = (again) => (act, wait = 0, ...values) => {
    last += 1;
    const span = Math.max(1, Math.trunc(Number(wait)) || 1);
    timers.set(last, { act: () => act(...values), due: now + span, span, again });
    return last;
  };
  const drop = (id) => { timers.delete(id); };
  const give = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  give('console', say);
  give('setTimeout', later(false));
  give('setInterval', later(true));
  give('setImmediate', (act, ...values) => later(false)(act, 0, ...values));
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate']) give(name, drop);
  // Bytes lie outside the heap that the thread is given, so they are counted here.
  let bytes = 16000000;
  const measured = (target, size) => {
    const proxy = new Proxy(target, {
      construct(made, given, asked) {
        const [first, options] = given;
        if (options !== null && typeof options === 'object') throw new Error('buffers here keep their size');
        const length = typeof first === 'object' && first !== null && !(first instanceof ArrayBuffer) ? Number(first.length) || 0 : Number(first) || 0;
        bytes -= length * size;
        if (bytes < 0) throw new RangeError('it needs more than 16 MB of buffers');
        return Reflect.construct(made, given, asked === proxy ? made : asked);
      },
    });
    target.prototype.constructor = proxy;
    give(target.name, proxy);
  };
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
  measured(ArrayBuffer, 1);
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (/^(Int|Uint|Float|BigInt|BigUint)\d+(Clamped)?Array$/.test(name)) measured(globalThis[name], globalThis[name].BYTES_PER_ELEMENT);
  const told = (error) => (error instanceof Error ? String(error) : shown(error));
  const report = (error) => { failure ??= told(error); };
  give('queueMicrotask', (act) => { Promise.resolve().then(act).catch(report); });
  give('structuredClone', (value) => JSON.parse(stringify(value)));
  const refuse = (what) => () => { throw new Error('what it prints would differ each time: it asks for ' + what); };
  Math.random = refuse('chance');
  const Clock = Date;
  const now_ = refuse('the time');
  const Fixed = class Date extends Clock {
    constructor(...values) { if (values.length === 0) now_(); super(...values); }
    static now() { return now_(); }
  };
  give('Date', Fixed);
  const fix = (name, value) => Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
  fix('__fail', report);
  fix('__printed', () => {
    let text = '';
    for (let at = 0; at < lines.length; at++) text += (at > 0 ? ',' : '') + stringify(lines[at]);
    return '[' + text + ']';
  });
  const box = Object.defineProperty(Object.create(null), 'value', { value: undefined, writable: true });
  fix('__box', box);
  fix('__thrown', () => told(box.value));
  fix('__failure', () => (failure === undefined ? null : String(failure)));
  fix('__turn', () => {
    let next;
    for (const [id, timer] of timers) if (next === undefined || timer.due < next[1].due) next = [id, timer];
    if (next === undefined || failure !== undefined) return false;
    const [id, timer] = next;
    now = timer.due;
    if (timer.again) timer.due = now + timer.span;
    else timers.delete(id);
    try { timer.act(); } catch (error) { report(error); }
    return true;
  });
})();
`;
