import { type ReadAnswer, rejected } from '@/lib/attempts/sent-answers';
import type { Practised } from '@/lib/labs/grade-practice';
import { findPracticeOf, findRequests } from '@/lib/practice/practice-store';
import type { AnswerResult } from '@/lib/quiz/answer';

type NotTaken = Extract<AnswerResult, { status: 'incomplete' | 'rejected' }>;

/**
 * `{ practice: true }` hands in what this learner did at the practice server. The log is the server's own: nothing that a browser says of it is
 * looked at. It becomes a part of the answer, which then stands by itself when the practice is long over.
 */
export async function withPractice(
  learnerId: string,
  answer: ReadAnswer,
  version: string,
): Promise<ReadAnswer | NotTaken> {
  const { id, item, response } = answer;
  if (response.practice === undefined) return answer;
  if (response.practice !== true || Object.keys(response).length > 1)
    return rejected(id, 'bad-response', 'response.practice', 'expected { "practice": true } and nothing else');
  const practice = await findPracticeOf(learnerId, item);
  if (!practice) return { id, status: 'incomplete', missing: 'actions' };
  if (practice.version !== version)
    return rejected(
      id,
      'bad-response',
      'response.practice',
      'this practice was opened for another version of the task',
    );
  const requests = await findRequests(practice.token);
  const practised: Practised = {
    openedAt: practice.openedAt,
    requests: requests.map(({ at, request }) => ({ at, text: Buffer.from(request).toString('latin1') })),
  };
  return { ...answer, response: { practice: practised } };
}
