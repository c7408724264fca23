import { counted } from '@/lib/regrade/affected-lines';
import type { Kept, NewGrade } from '@/lib/regrade/regrade';
import type { RegradeSummary } from '@/lib/regrade/regrade-count';
import type { Regrade } from '@/lib/regrade/submit-regrade';

const mostLines = 40;

/** A regrade for the person who asked for it: item by item what changed in the key, then whose grade changes from what to what. */
export function regradeLines({ summaries, changes, certificates }: Regrade, isApplied: boolean): string[] {
  const touched = summaries.filter((one) => one.answers > 0 || keptOf(one).length > 0);
  if (touched.length === 0) return ['No answer counts by an older key than the newest of its wording.'];
  const lines = touched.flatMap((one) => [
    `${one.item}  (wording ${one.version}, key ${one.keyRevision})`,
    ...Object.entries(one.older).flatMap(([revision, reason]) =>
      reason.map((change) => `    since key ${revision}: ${change}`),
    ),
    `    ${counted(one.answers, 'answer')} of ${counted(one.learners, 'learner')}: ${sentenceOf(one)}`,
    ...keptOf(one),
    ...changesOf(one, changes),
  ]);
  if (certificates > 0) {
    const verb = isApplied ? 'was revoked' : 'would be revoked';
    lines.push(
      `${counted(certificates, 'certificate')} ${certificates === 1 ? verb : verb.replace('was', 'were')}: an objective was not mastered on its day by the new key.`,
    );
  }
  return lines;
}

function sentenceOf({ better, worse, learnersChanged }: RegradeSummary): string {
  if (better + worse === 0) return 'no grade changes';
  return `${counted(better + worse, 'grade')} of ${counted(learnersChanged, 'learner')} change (${better} better, ${worse} worse)`;
}

const why: readonly (readonly [Kept, string])[] = [
  ['by-a-person', 'a person graded it'],
  ['other-numbers', 'the newer key draws other numbers than were given'],
  ['cannot-be-judged', 'the newer key cannot judge it'],
];

function keptOf({ kept }: RegradeSummary): string[] {
  return why.flatMap(([reason, said]) => {
    const count = kept[reason];
    return count > 0 ? [`    ${counted(count, 'answer')} keep${count === 1 ? 's' : ''} the grade: ${said}`] : [];
  });
}

function changesOf({ item, version }: RegradeSummary, changes: readonly NewGrade[]): string[] {
  const own = changes.filter((one) => one.item === item && one.version === version);
  const lines = own.slice(0, mostLines).map(({ learner, learnerId, from, to }) => {
    return `      ${learner ?? `guest ${learnerId.slice(0, 8)}`}: ${points(from)} → ${points(to)}`;
  });
  const more = own.length - lines.length;
  return more > 0 ? [...lines, `      and ${more} more (--format json tells all)`] : lines;
}

function points({ earned, possible }: NewGrade['from']): string {
  return `${Number(earned.toFixed(2))} of ${possible}`;
}
