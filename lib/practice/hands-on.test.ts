import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gradePractice } from '@/lib/labs/grade-practice';
import { gradeTask } from '@/lib/labs/grade-task';
import { httpActionSchema } from '@/lib/labs/http/action';
import { epoch } from '@/lib/labs/http/setup';
import { taskSchema, toPublicTask } from '@/lib/labs/task';

const folder = 'content/http/06-hands-on';
const ids = readdirSync(folder).flatMap((name) => /^(.*)\.task\.yaml$/.exec(name)?.[1] ?? []);
const read = (name: string): unknown => parse(readFileSync(`${folder}/${name}.yaml`, 'utf8'));

function solutionOf(id: string) {
  const solution = read(`${id}.solution`);
  const actions = solution && typeof solution === 'object' && 'actions' in solution ? solution.actions : [];
  return (Array.isArray(actions) ? actions : []).map((action) => httpActionSchema.parse(action));
}

describe('the hands-on lesson', () => {
  it('has six tasks', () => {
    expect(ids).toHaveLength(6);
  });

  it.each(ids)('grades %s alike, whether its bytes came from the lab or to the practice server', (id) => {
    const task = toPublicTask(taskSchema.parse({ ...Object(read(`${id}.task`)), id }));
    const actions = solutionOf(id);
    const texts = actions.flatMap((action) => (action.kind === 'send' ? [action.text] : []));
    expect(texts).toHaveLength(actions.length);
    const requests = texts.map((text, at) => ({ at, text }));
    expect(gradePractice(task, { openedAt: epoch, requests })).toMatchObject({ kind: 'scored', earned: 1 });
    expect(gradeTask(task, actions)).toMatchObject({ kind: 'scored', earned: 1 });
    // And what is missing is missing in both.
    const first = requests.slice(0, 1);
    expect(gradePractice(task, { openedAt: epoch, requests: first })).toMatchObject({ kind: 'scored', earned: 0 });
    expect(gradeTask(task, actions.slice(0, 1))).toMatchObject({ kind: 'scored', earned: 0 });
  });
});
