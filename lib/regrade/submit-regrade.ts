import type { PoolClient } from 'pg';
import type { ReplayTask } from '@/lib/attempts/grade-answer';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { type MovedIds, nothingMoved } from '@/lib/curriculum/moved-ids';
import { transaction } from '@/lib/db/transaction';
import { gradeInWorker } from '@/lib/labs/replay-pool';
import { candidates } from '@/lib/regrade/candidate-store';
import { gradeAgain } from '@/lib/regrade/grade-again';
import { storeGrades } from '@/lib/regrade/grade-store';
import { type Candidate, isChanged, type NewGrade, type Target } from '@/lib/regrade/regrade';
import { RegradeCount, type RegradeSummary } from '@/lib/regrade/regrade-count';
import { publicFormAsShown, writeKey } from '@/lib/regrade/target-store';
import { unfoundedCertificates } from '@/lib/regrade/unfounded-certificates';

export type Regrade = {
  readonly summaries: readonly RegradeSummary[];
  /** Of each grade that changes. */
  readonly changes: readonly NewGrade[];
  /** Certificates that rest on a grade that changes and would not have been issued by the new one. */
  readonly certificates: number;
};

/** Somebody else was quicker. */
class RegradeFault extends Error {
  override name = 'RegradeFault';
}

type Options = {
  readonly targets: readonly Target[];
  /** Undefined: nothing is stored. */
  readonly apply?: { readonly actor: Actor; readonly classId?: string; readonly told?: (graded: number) => void };
  /** What items and lessons are called today: a certificate may rest on answers from before they moved. */
  readonly ids?: MovedIds;
  readonly replayTask?: ReplayTask;
};

/** Learners at the same time: a log may take a while to replay, and each learner's grades are a transaction of their own. */
const atOnce = 4;

/**
 * Grades the answers to these targets again and says what changes. With `apply` each learner's new grades are stored at once, all together;
 * who stops it half-way finds the rest left when it is begun again, and who runs it twice changes nothing the second time.
 */
export async function regrade({
  targets,
  apply,
  ids = nothingMoved,
  replayTask = gradeInWorker,
}: Options): Promise<Regrade> {
  const byVersion = new Map(targets.map((target) => [`${target.key.item} ${target.key.version}`, target]));
  const targetOf = ({ item, version }: { item: string; version: string }) => {
    const target = byVersion.get(`${item} ${version}`);
    if (!target) throw new Error(`nobody asked to regrade ${item} ${version}`);
    return target;
  };
  const count = new RegradeCount(targets);
  const changes: NewGrade[] = [];
  let certificates = 0;
  let auditId: string | undefined;
  let graded = 0;

  async function ofLearner(learnerId: string, own: readonly Candidate[]): Promise<void> {
    const grades: NewGrade[] = [];
    for (const answer of own) {
      const again = await gradeAgain(answer, targetOf(answer), replayTask);
      if (again.kind === 'graded') grades.push(again.grade);
      else count.kept(answer, again.why);
    }
    if (grades.length === 0) return;
    const formOf = (grade: NewGrade) => targetOf(grade).key.form;
    const unfounded = (client: PoolClient) => unfoundedCertificates(client, learnerId, grades, formOf, ids);
    if (apply && auditId !== undefined) {
      const { attempts, revoked } = await storeGrades(learnerId, grades, auditId, unfounded);
      certificates += revoked;
      for (const grade of grades) if (attempts.has(grade.attemptId)) tell(grade);
      graded += attempts.size;
      apply.told?.(graded);
    } else {
      // Added after it is known: learners are looked at side by side.
      const lost = grades.some(isChanged) ? (await transaction(unfounded)).length : 0;
      certificates += lost;
      for (const grade of grades) tell(grade);
    }
  }

  function tell(grade: NewGrade): void {
    count.graded(grade);
    if (isChanged(grade)) changes.push(grade);
  }

  const wanted = targets.map(({ key, older }) => ({ ...key, revisions: [...older.keys()] }));
  for await (const answers of candidates(wanted)) {
    if (apply && auditId === undefined) auditId = await begin(targets, apply);
    const learners = [...byLearner(answers)];
    const lane = async () => {
      for (let next = learners.shift(); next; next = learners.shift()) await ofLearner(...next);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }

  const result = { summaries: count.summaries(), changes, certificates };
  if (apply && auditId !== undefined)
    await audit({
      ...byWhom(apply),
      action: 'regrade-done',
      subject: itemsOf(targets),
      detail: { of: auditId, ...totals(result) },
    });
  return result;
}

function byLearner(answers: readonly Candidate[]): Map<string, Candidate[]> {
  const own = new Map<string, Candidate[]>();
  for (const answer of answers) own.set(answer.learnerId, [...(own.get(answer.learnerId) ?? []), answer]);
  return own;
}

type By = { readonly actor: Actor; readonly classId?: string };

function byWhom({ actor, classId }: By): By {
  return classId === undefined ? { actor } : { actor, classId };
}

/** Written before the first grade is: one that was broken off has begun too. Keys for earlier wordings are part of it. */
async function begin(targets: readonly Target[], apply: By): Promise<string> {
  for (const { key, isNew } of targets) {
    if (!isNew || (await writeKey(key, await publicFormAsShown(key.item, key.version)))) continue;
    throw new RegradeFault(`${key.item} was given another key a moment ago. Nothing was changed; look again.`);
  }
  const keys = targets.map(({ key, older, isNew }) => ({
    item: key.item,
    version: key.version,
    keyRevision: key.keyRevision,
    older: Object.fromEntries(older),
    ...(isNew ? { earlierWording: true } : {}),
  }));
  return audit({ ...byWhom(apply), action: 'regrade', subject: itemsOf(targets), detail: { keys } });
}

function itemsOf(targets: readonly Target[]): string {
  const items = [...new Set(targets.map(({ key }) => key.item))];
  return items.length > 3 ? `${items.slice(0, 3).join(', ')} and ${items.length - 3} more` : items.join(', ');
}

function totals({ summaries, changes, certificates }: Regrade): object {
  return {
    answers: summaries.reduce((sum, { answers }) => sum + answers, 0),
    changed: changes.length,
    learners: new Set(changes.map(({ learnerId }) => learnerId)).size,
    certificatesRevoked: certificates,
  };
}
