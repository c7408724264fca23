import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from './read-content';
import { routeSteps } from './route-lessons';
import { soundFiles, writeContent } from './test-content';

async function read(steps: string, second = '') {
  const site = `name: { en: School, zh: 学校 }
tagline: { en: Learn., zh: 学习。 }
footer: { en: Free., zh: 免费。 }
routes:
  - id: begin
    title: { en: Begin, zh: 起步 }
    summary: { en: From nothing., zh: 从零开始。 }
    steps: ${steps}
${second}`;
  const folder = await writeContent({ ...soundFiles, 'site.yaml': site });
  const content = await readContent([folder]);
  await rm(folder, { recursive: true });
  const findings = content.findings.map(({ file, line, rule, fix }) => ({ file: basename(file), line, rule, fix }));
  return { ...content, findings };
}

test('a route leads through paths and lessons in its order', async () => {
  const { curriculum, findings } = await read('[tcp-tls/handshakes, tcp-tls]');
  expect(findings).toEqual([]);
  const [route] = curriculum.site.routes;
  const steps = route ? routeSteps(route, curriculum) : [];
  expect(steps.map(({ id, isPath }) => [id, isPath])).toEqual([
    ['tcp-tls/handshakes', false],
    ['tcp-tls', true],
  ]);
  expect(steps[1]?.lessons.map(({ id }) => id)).toEqual(['tcp-tls/handshakes']);
});

test('a step that is not there is told with the one that was meant', async () => {
  const { findings } = await read('[tcp-tls/handshake]');
  expect(findings).toEqual([{ file: 'site.yaml', line: 8, rule: 'unknown-lesson', fix: 'tcp-tls/handshakes' }]);
});

test('a step taken twice and two routes of one name are told', async () => {
  const { findings } = await read(
    '[tcp-tls, tcp-tls]',
    '  - { id: begin, title: { en: B, zh: 乙 }, summary: { en: B, zh: 乙 }, steps: [tcp-tls] }\n',
  );
  expect(findings.map(({ line, rule }) => [line, rule])).toEqual([
    [8, 'duplicate-id'],
    [9, 'duplicate-id'],
  ]);
});
