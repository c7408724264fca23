import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleFaults } from './parse-sample';
import { isReadable } from './sample-languages';

/** The line and column at which a fault is told, from 1. */
function at(language: string, code: string): string[] {
  return sampleFaults(language, code).map(({ offset }) => {
    const before = code.slice(0, offset).split('\n');
    return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  });
}

describe('sound code is not blamed', () => {
  test.each([
    ['js', "import a from 'b';\nexport const x = await f?.(a ?? 1n);\nclass A { #p = 1; static { } }"],
    ['js', 'with (o) { a }\nvar let = 010'],
    ['js', 'return 1'],
    [
      'html',
      '<!doctype html>\n<html><head><title>a < b</title></head><body><p>One<p>Two<ul><li>a<li>b</ul></body></html>',
    ],
    [
      'html',
      '<svg viewBox="0 0 1 1"><circle r="1"/></svg><br><img src="a.png" alt=""><script>if (a < b) "</p>"</script>',
    ],
    ['html', '<tr><td>cell</td></tr>'],
    ['html', '<my-card><slot name="a"></slot></my-card><!-- a comment -->'],
    ['css', '@media (width > 40em) { .a { & > .b { color: oklch(0.7 0.1 200) } } }'],
    ['css', 'color: red;\n--x: { a: b };'],
    ['css', '@layer a, b;\na::before { content: "}"; background: url(data:x;y) }'],
    ['json', '{"a": [1, -2e3, "\\u0041", null, true]}'],
    ['jsonc', '{ "a": 1, // why\n }'],
    ['jsonl', '{"a":1}\n\n[2]'],
    ['bash', 'for f in *.txt; do\n  [[ -f "$f" ]] && echo "$((1 + 1))" | sed "s/a/b/" > out\ndone <<EOF\nx\nEOF'],
    ['console', '$ git commit -m "a"\n[main 1a2b3c] a\n$ echo a \\\n> b\nit\'s'],
    ['http', 'GET / HTTP/1.1'],
  ])('%s %j', (language, code) => expect(at(language, code)).toEqual([]));
});

describe('broken code is told where it breaks', () => {
  test.each([
    ['js', 'const a = 1;\nconst a = 2;', '2:7'],
    ['js', 'f(;', '1:3'],
    ['mjs', 'const = 1', '1:7'],
    ['html', '<div>\n  <span>a</div>', '2:3'],
    ['html', 'a</b>', '1:2'],
    ['html', '<div>', '1:1'],
    ['html', '<div/>', '1:1'],
    ['html', '<p id=a id=b>', '1:11'],
    ['html', '<a href="x>y</a>', '1:17'],
    ['css', 'a { color red; }', '1:11'],
    ['css', 'a {\n  color: red;', '1:3'],
    ['css', 'a { width: calc(1px; }', '1:20'],
    ['css', 'a { } }', '1:7'],
    ['json', '{\n  "a": 1,\n}', '3:1'],
    ['json', "{'a': 1}", '1:2'],
    ['json', '[1 2]', '1:4'],
    ['json', '// a\n1', '1:1'],
    ['jsonl', '{}\n{', '2:2'],
    ['bash', 'if true; then\n  echo a', '2:9'],
    ['sh', 'echo "a', '1:6'],
    ['sh', 'echo $(ls | )', '1:12'],
    ['console', '$ ls\na\n$ ls | | wc', '3:7'],
  ])('%s %j', (language, code, place) => expect(at(language, code)).toEqual([place]));
});

test('JSON is told apart as the language itself does', () => {
  const pieces = fc.array(
    fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-0.5e3', 'true', ' ', '01', "'a'", '"\\x"'),
    { maxLength: 9 },
  );
  const any = fc.oneof(
    pieces.map((parts) => parts.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(any, (code) => {
      const isJson = () => {
        try {
          JSON.parse(code);
          return true;
        } catch {
          return false;
        }
      };
      expect(sampleFaults('json', code).length === 0).toBe(isJson());
    }),
    { numRuns: 2_000 },
  );
});

test('no code ends the check, and a fault lies within the code', () => {
  const languages = ['js', 'html', 'css', 'json', 'jsonl', 'bash', 'console'];
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.string({ unit: 'grapheme' }), (language, code) => {
      for (const { offset } of sampleFaults(language, code)) {
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(code.length);
      }
    }),
  );
});

test('every language that is said to be readable has a parser', () => {
  for (const language of ['js', 'html', 'css', 'json', 'jsonc', 'jsonl', 'sh', 'console'])
    expect([language, isReadable(language), sampleFaults(language, '"').length]).toEqual([
      language,
      true,
      language === 'html' || language === 'console' ? 0 : 1,
    ]);
});
