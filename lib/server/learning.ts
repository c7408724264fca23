import { closeAnswerWriter } from '@/lib/attempts/answer-writer';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { keepGradingDeferred } from '@/lib/attempts/submit-deferred';
import { versions, versionsAhead } from '@/lib/attempts/submit-versions';
import { keepTidy } from '@/lib/auth/keep-tidy';
import { renewSession } from '@/lib/auth/renew-session';
import { checkedSession, readSession } from '@/lib/auth/session';
import { classFor } from '@/lib/classes/class-for';
import { ContentFault } from '@/lib/curriculum/author-error';
import { readAhead, teach } from '@/lib/curriculum/read-curriculum';
import { databaseHealth } from '@/lib/db/health';
import { keepFolding } from '@/lib/gradebook/keep-folding';
import { keepWorking } from '@/lib/jobs/work-jobs';
import { closeReplayPool } from '@/lib/labs/replay-pool';
import { attendance } from '@/lib/live/attendance';
import { liveRooms, openLiveRooms } from '@/lib/live/live-rooms';
import { submitSharedLab } from '@/lib/live/submit-shared-lab';
import { keepTellingPlatforms } from '@/lib/lti/keep-telling';
import { onlyOne } from '@/lib/only-one';
import { draftsOf, submitDraft } from '@/lib/progress/submit-draft';
import { submitPlace } from '@/lib/progress/submit-place';
import { progressOf } from '@/lib/progress/submit-progress';
import { answerLimit, sentIds } from '@/lib/server/answer-limit';
import type { Learning } from '@/lib/server/hot-calls';
import { jobTable } from '@/lib/server/job-table';
import type { Log } from '@/lib/server/log';
import { openRoomStream } from '@/lib/server/room-stream';
import { TokenBuckets } from '@/lib/server/token-bucket';
import { serverWords } from '@/lib/words/server';
import { keepTellingRecords } from '@/lib/xapi/keep-telling';

const tooMany = { error: { code: 'too-many', message: serverWords.en.refusals['too-many'] } };
const otherLearner = {
  error: { code: 'other-learner', message: 'Somebody else is signed in on this browser now.', field: 'learner' },
};

const nothingHere = { error: { code: 'not-found', message: serverWords.en.refusals['not-found'] } };

/** Each step of a lab is told to the whole class: four a second are more than anybody follows. */
const sharingLimit = () => onlyOne('sharing-limit', () => new TokenBuckets({ burst: 30, perMinute: 240 }));

/** A page that types along sends a draft every five seconds, from a few questions. */
const draftLimit = () => onlyOne('draft-limit', () => new TokenBuckets({ burst: 60, perMinute: 60 }));

let stopJobs = async () => {};

/**
 * The real calls. Loaded after the door listens, so that the first page does not wait for them. In development an author may begin with what
 * they left broken: pages say so, and answers are taken once it is mended.
 */
export async function openLearning(log: Log, mayBeBroken: boolean): Promise<Learning> {
  // What is asked now is written down before the first answer to it can come.
  await versions().catch((error: unknown) => {
    if (!mayBeBroken || !(error instanceof ContentFault)) throw error;
  });
  const failed = (error: unknown) => log.error({ err: error }, 'work in the background failed');
  const stops = [
    keepTidy(failed),
    keepGradingDeferred(failed),
    keepFolding(failed),
    keepTellingPlatforms(failed),
    keepTellingRecords(failed),
  ];
  const worker = keepWorking({ handlers: jobTable }, failed);
  const rooms = openLiveRooms(failed);
  stopJobs = async () => {
    for (const stop of stops) stop();
    await Promise.all([worker.stop(), rooms.close()]);
  };
  return {
    submitAnswers: async (cookie, body) => {
      // The answer's own statement checks that the session lives.
      const claims = await readSession(cookie);
      if (claims && isForAnother(body, claims.learnerId)) return { status: 409, body: otherLearner };
      const wait = claims ? answerLimit().secondsToWait(claims.learnerId, sentIds(body), performance.now()) : 0;
      return wait > 0 ? { status: 429, body: tooMany, retryAfterSeconds: wait } : submitAnswers(claims, body);
    },
    progress: async (cookie) => {
      const claims = cookie === undefined ? null : await checkedSession(cookie);
      if (!claims) return { status: 204 };
      const setCookie = await renewSession(cookie);
      const summary = await progressOf(claims.learnerId);
      const body = claims.forgetOnLeave ? { ...summary, learner: { ...summary.learner, leaves: true } } : summary;
      return { status: 200, body, ...(setCookie ? { setCookie } : {}) };
    },
    place: async (cookie, body) => {
      const claims = await checkedSession(cookie);
      const reply = await submitPlace(claims, body);
      if (claims && reply.status === 200) attendance().heard([claims.learnerId]);
      return reply;
    },
    drafts: async (cookie, lesson) => draftsOf(await checkedSession(cookie), lesson),
    saveDraft: async (cookie, item, body) => {
      const claims = await checkedSession(cookie);
      const wait = claims ? draftLimit().take(claims.learnerId, 1, performance.now()) : 0;
      return wait > 0 ? { status: 429, body: tooMany, retryAfterSeconds: wait } : submitDraft(claims, item, body);
    },
    shareLab: async (cookie, classId, body) => {
      const claims = await checkedSession(cookie);
      const seen = await classFor(claims, classId, 'run:room');
      if (!claims || !seen) return { status: 404, body: nothingHere };
      const wait = sharingLimit().take(claims.learnerId, 1, performance.now());
      return wait > 0 ? { status: 429, body: tooMany, retryAfterSeconds: wait } : submitSharedLab(seen, body);
    },
    roomStream: async (asked, request, response) => {
      const session = await checkedSession(request.headers.cookie);
      await openRoomStream({ ...asked, session }, rooms, request, response);
    },
    isReady: async () => {
      const { reachable, migrationsAtHead } = await databaseHealth();
      return reachable && migrationsAtHead;
    },
  };
}

/** A page says whose answers it sends, so that they are not taken for those of who has signed in since, in another tab. */
function isForAnother(body: unknown, learnerId: string): boolean {
  const learner = body !== null && typeof body === 'object' && 'learner' in body ? body.learner : undefined;
  return learner !== undefined && learner !== learnerId;
}

/** Reads what will be taught and writes down what will be asked; call the result to change over to it. */
export async function learnAhead(dirs: readonly string[]): Promise<() => void> {
  const taught = await readAhead(dirs);
  const ask = await versionsAhead(taught);
  return () => {
    teach(taught);
    ask();
  };
}

/** Ends what would never end by itself: streams. Browsers come back to another process. */
export function endStreams(): void {
  liveRooms()?.endAll();
}

/** Stores what was taken; takes no more. */
export async function closeLearning(): Promise<void> {
  const jobs = stopJobs();
  await closeAnswerWriter();
  await jobs;
  await closeReplayPool();
}
