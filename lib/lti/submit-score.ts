import { JobPoisoned, type Run } from '@/lib/jobs/job';
import { addJob } from '@/lib/jobs/job-store';
import { refusal } from '@/lib/lti/access-token';
import { callService } from '@/lib/lti/call-service';
import { SCORE_MAXIMUM } from '@/lib/lti/deep-linking';
import { scoreJob } from '@/lib/lti/outside-jobs';
import { findPlatform } from '@/lib/lti/platform-store';
import { scopes } from '@/lib/lti/scopes';
import { isNews, nextTimestamp, type ToldScore } from '@/lib/lti/score';
import { scoreOf } from '@/lib/lti/score-of';
import { keepLineItem, noteTimestamp, noteTold, scoredLink, watchedScore } from '@/lib/lti/score-store';
import { readTarget } from '@/lib/lti/target';
import type { Reach } from '@/lib/outside/call-outside';
import { reachOutside } from '@/lib/outside/reach';

/**
 * Tells a platform a learner's score as it stands now (Assignment and Grade Services 2.0 §3.4). Told twice it is the same score at a later moment.
 * Nothing is told that was told last, nor of who has left.
 */
export function scoreRun(reachOf: () => Promise<Reach> = reachOutside): Run<{ link: string; learner: string }> {
  return async ({ payload, signal }) => {
    const { learner } = payload;
    const link = await scoredLink(payload.link);
    const platform = link && (await findPlatform(link.platformId));
    const watched = link && (await watchedScore(link.id, learner));
    const target = link?.target ? readTarget(link.target) : undefined;
    if (!link?.lineItemUrl || !platform || !watched || !target || !link.scopes.includes(scopes.scores)) return;
    const now = new Date();
    const current = await scoreOf(link.classId, learner, target, now);
    if (!current) return;
    if (current.changesAt)
      await addJob(scoreJob, payload, { key: `${link.id}/${learner}/later`, dueAt: current.changesAt });
    if (!isNews(current.score, watched.sent)) return;
    const timestamp = nextTimestamp(watched.sentAt, now);
    await noteTimestamp(link.id, learner, timestamp);
    const reply = await callService(
      platform,
      scopes.scores,
      {
        method: 'POST',
        url: scoresAddress(link.lineItemUrl),
        headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json' },
        body: JSON.stringify(scoreMessage(watched.subject, current.score, timestamp)),
        signal,
      },
      await reachOf(),
    );
    if (reply.status < 200 || reply.status > 299) {
      if (reply.status === 404 || reply.status === 410) {
        // Somebody has removed the column: another is found or made.
        await keepLineItem(link.id, null);
        throw new Error('The platform no longer has this column.');
      }
      if (reply.status === 400 || reply.status === 422)
        throw new JobPoisoned(`The platform does not take the score: HTTP ${reply.status}.`);
      throw refusal('The platform does not take the score', reply);
    }
    await noteTold(link.id, learner, current.score);
  };
}

/** `…/lineitem` → `…/lineitem/scores`, before a query (§3.4.1). */
export function scoresAddress(lineItemUrl: string): string {
  const url = new URL(lineItemUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
  return url.href;
}

export function scoreMessage(subject: string, score: ToldScore, timestamp: Date) {
  const { share, activityProgress, gradingProgress } = score;
  return {
    userId: subject,
    timestamp: timestamp.toISOString(),
    activityProgress,
    gradingProgress,
    // A score has both, or neither (§3.4.4).
    ...(share === null
      ? {}
      : { scoreGiven: Math.round(share * SCORE_MAXIMUM * 100) / 100, scoreMaximum: SCORE_MAXIMUM }),
  };
}
