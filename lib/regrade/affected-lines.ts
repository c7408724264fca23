import type { Affected } from '@/lib/regrade/submit-affected';

/** Who is affected by edited questions, for the person who edited them. */
export function affectedLines(affected: readonly Affected[]): string[] {
  return affected.flatMap((one) => [
    `${one.item}: ${sentenceFor(one)}`,
    ...one.reason.map((change) => `    ${change}`),
  ]);
}

function sentenceFor({ item, edit, answers, learners, better, worse, learnersChanged }: Affected): string {
  const who = `${counted(answers, 'answer')} of ${counted(learners, 'learner')}`;
  const changes = better + worse;
  const grades = `${counted(changes, 'grade')} of ${counted(learnersChanged, 'learner')} (${better} better, ${worse} worse)`;
  if (edit === 'key')
    return changes === 0
      ? `its key was edited; ${who}, and no grade would change`
      : `its key was edited; ${who} were graded by the key before. Once it is published, \`handrail regrade ${item}\` changes ${grades}`;
  const kept = `it reads otherwise now; ${who} to the earlier wording keep their grades`;
  return changes === 0
    ? kept
    : `${kept}. Once it is published, \`handrail regrade ${item} --earlier\` changes ${grades}`;
}

export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
