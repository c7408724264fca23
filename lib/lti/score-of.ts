import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import { findClassAssignment } from '@/lib/assignments/class-assignment-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { columnKey, type GradeColumn } from '@/lib/gradebook/columns';
import type { Decision } from '@/lib/gradebook/counted-score';
import { decisionOf, standingDecisions } from '@/lib/gradebook/decision-store';
import { decided, scoreOfLesson, scoreOfLessons, scoreOfWork, type ToldScore } from '@/lib/lti/score';
import { lastDueOf } from '@/lib/lti/score-store';
import type { Target } from '@/lib/lti/target';
import { lessonProgress } from '@/lib/progress/progress';
import { knownOf } from '@/lib/progress/submit-progress';

/** A score, and when it will be another without anybody doing anything. */
export type ScoreNow = { readonly score: ToldScore; readonly changesAt: Date | null };

/** What a learner's work at a target comes to now; null: there is no such thing (any more). */
export async function scoreOf(classId: string, learnerId: string, target: Target, now: Date): Promise<ScoreNow | null> {
  switch (target.kind) {
    case 'assignment':
      return assignmentScore(classId, learnerId, target.id, now);
    case 'lesson': {
      const lesson = (await curriculum()).lessonById(`${target.path}/${target.lesson}`);
      if (!lesson) return null;
      const { known } = await knownOf(learnerId);
      const worked = scoreOfLesson(lessonProgress(lesson, known));
      const decision = await decisionAbout(classId, learnerId, { kind: 'lesson', lesson: lesson.id });
      return { score: decided(worked, decision), changesAt: null };
    }
    case 'path': {
      const path = (await curriculum()).paths.find(({ id }) => id === target.path);
      if (!path) return null;
      const { known } = await knownOf(learnerId);
      const lessons = path.lessons.filter(({ draft }) => !draft);
      return { score: scoreOfLessons(lessons.map((lesson) => lessonProgress(lesson, known))), changesAt: null };
    }
  }
}

async function assignmentScore(classId: string, learnerId: string, id: string, now: Date): Promise<ScoreNow | null> {
  const assignment = await findClassAssignment(classId, id);
  const [standing] = assignment ? await assignmentStandings(assignment, [learnerId]) : [];
  if (!assignment || !standing) return null;
  const { policy } = assignment;
  const dueAt = (await lastDueOf(id)) ?? assignment.dueAt;
  const endsAt = new Date(dueAt.getTime() + policy.late.hours * 3_600_000);
  const decision = await decisionAbout(classId, learnerId, { kind: 'assignment', assignment: id });
  const waits = policy.kind !== 'practice' && policy.feedback === 'after-due' && now <= endsAt;
  return {
    score: decided(scoreOfWork(standing, policy, endsAt, now), decision),
    changesAt: waits ? new Date(endsAt.getTime() + 1_000) : null,
  };
}

async function decisionAbout(classId: string, learnerId: string, column: GradeColumn): Promise<Decision | null> {
  const key = columnKey(column);
  const entry = (await standingDecisions(classId, [learnerId])).find((one) => one.column === key);
  return entry ? decisionOf(entry) : null;
}
