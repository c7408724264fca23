import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

const mistake: AuthorError = {
  file: 'content/a b/01-x/en.mdx',
  line: 12,
  column: 5,
  rule: 'plain-less-than',
  message: 'a "<" begins a component: 100%',
  expected: 'a component',
  found: 'a <3\nb',
  fix: 'a \\<3',
  edit: { from: 1, to: 1, text: '\\' },
};
const warning: AuthorError = {
  file: '/srv/school/glossary.yaml',
  line: 1,
  column: 1,
  rule: 'unknown-key',
  message: 'so so',
  severity: 'warning',
};
const both = [mistake, warning];

test('text is a letter for each, with the rule’s page, and a count that says what --fix mends', () => {
  expect(text(both)).toBe(`content/a b/01-x/en.mdx:12:5  error  plain-less-than  a "<" begins a component: 100%
    expected  a component
    found     a <3
              b
    write     a \\<3
    rule      content/README.md#rule-plain-less-than
/srv/school/glossary.yaml:1:1  warning  unknown-key  so so
    rule      content/README.md#rule-unknown-key

1 mistake and 1 warning; --fix mends 1 of them`);
  expect(text([])).toBe('');
});

test('json names the severity always, and whether --fix mends it', () => {
  expect(JSON.parse(json(both))).toMatchObject([
    { severity: 'error', isFixable: true, page: 'content/README.md#rule-plain-less-than', line: 12, column: 5 },
    { severity: 'warning', isFixable: false },
  ]);
  expect(json([])).toBe('[]');
});

test('github has one command a finding, with what would break it escaped', () => {
  const [first = '', second = '', ...more] = github(both).split('\n');
  expect(more).toEqual([]);
  expect(first).toBe(
    '::error file=content/a b/01-x/en.mdx,line=12,col=5,title=plain-less-than::a "<" begins a component: 100%25%0Aexpected: a component%0Afound: a <3%0Ab%0Awrite: a \\<3%0Acontent/README.md#rule-plain-less-than',
  );
  expect(second.startsWith('::warning file=/srv/school/glossary.yaml,')).toBe(true);
});

/** The public JSON Schema of SARIF 2.1.0, as Microsoft's own test matcher brings it. */
function sarifFaults(log: unknown): string[] {
  // It is draft 04: all it uses of that means the same today, but for these two.
  const { $schema, id, ...schema } = sarifSchema;
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///root/') && !/[^!-~]/.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  };
  const reads = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
  return reads(log) ? [] : (reads.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('sarif is valid against the public JSON Schema of SARIF 2.1.0, with findings and without', () => {
  expect(sarifFaults(JSON.parse(sarif(both, '1.2.3')))).toEqual([]);
  expect(sarifFaults(JSON.parse(sarif([], '1.2.3')))).toEqual([]);
});

test('the schema would tell a line 0, a level nobody knows, an address with a space and a word too many', () => {
  const log = JSON.parse(sarif(both, '1.2.3'));
  const [result] = log.runs[0].results;
  const [{ physicalLocation }] = result.locations;
  physicalLocation.region.startLine = 0;
  physicalLocation.artifactLocation.uri = 'a b';
  result.level = 'fatal';
  result.page = 'content/README.md';
  const faults = sarifFaults(log).join('\n');
  for (const place of ['region/startLine', 'artifactLocation/uri', 'results/0/level', 'additional properties'])
    expect(faults).toContain(place);
});

/** What a code host asks beyond the schema. */
test('sarif names each rule once and by its index, and places counted from 1', () => {
  const log = JSON.parse(sarif(both, '1.2.3'));
  expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version']);
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver).toMatchObject({ name: 'handrail check', version: '1.2.3' });
  const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(run.columnKind).toBe('unicodeCodePoints');
  expect(run.results).toHaveLength(2);
  for (const result of run.results) {
    expect(ids[result.ruleIndex]).toBe(result.ruleId);
    expect(['none', 'note', 'warning', 'error']).toContain(result.level);
    expect(result.message.text).toBeTypeOf('string');
    const [{ physicalLocation }] = result.locations;
    expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
    expect(physicalLocation.region.startColumn).toBeGreaterThanOrEqual(1);
    expect(URL.canParse(physicalLocation.artifactLocation.uri, 'file:///root/')).toBe(true);
  }
  expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
    uri: 'content/a%20b/01-x/en.mdx',
    uriBaseId: 'ROOT',
  });
  expect(run.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe('file:///srv/school/glossary.yaml');
  expect(JSON.parse(sarif([], '1')).runs[0].results).toEqual([]);
});
