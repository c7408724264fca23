import { z } from 'zod';
import { JobPoisoned, type Run } from '@/lib/jobs/job';
import { json, refusal } from '@/lib/lti/access-token';
import { callService } from '@/lib/lti/call-service';
import { SCORE_MAXIMUM } from '@/lib/lti/deep-linking';
import type { Platform } from '@/lib/lti/platform';
import { findPlatform } from '@/lib/lti/platform-store';
import { scopes } from '@/lib/lti/scopes';
import { keepLineItem, type ScoredLink, scoredLink } from '@/lib/lti/score-store';
import { allowedUrl, type OutsideReply, type Reach } from '@/lib/outside/call-outside';
import { reachOutside } from '@/lib/outside/reach';

const lineItemSchema = z.object({ id: z.url({ protocol: /^https?$/ }).max(2_000) });
const found = z.array(lineItemSchema).max(10_000);
const TYPE = 'application/vnd.ims.lis.v2.lineitem+json';

/**
 * Finds the column of a link in the platform's gradebook, or makes it (Assignment and Grade Services 2.0 §3.2). It is looked for first, so that
 * doing it twice makes one; the job's key sees to it that two do not do it at once.
 */
export function lineItemRun(reachOf: () => Promise<Reach> = reachOutside): Run<{ link: string }> {
  return async ({ payload, signal }) => {
    const link = await scoredLink(payload.link);
    const platform = link && (await findPlatform(link.platformId));
    if (!link?.lineItemsUrl || link.lineItemUrl || !platform || !link.target) return;
    // Without this leave the platform makes columns itself, and tells them in its launches.
    if (!link.scopes.includes(scopes.lineItems)) return;
    const reach = await reachOf();
    const url =
      (await find(link, link.lineItemsUrl, platform, reach, signal)) ??
      (await make(link, link.lineItemsUrl, platform, reach, signal));
    allowedUrl(url, reach);
    // The token goes along with each score: it stays with the platform.
    if (new URL(url).origin !== new URL(link.lineItemsUrl).origin)
      throw new JobPoisoned('The platform’s column is on another site.');
    await keepLineItem(link.id, url);
  };
}

async function find(
  link: ScoredLink,
  lineItemsUrl: string,
  platform: Platform,
  reach: Reach,
  signal: AbortSignal,
): Promise<string | undefined> {
  const url = new URL(lineItemsUrl);
  url.searchParams.set('resource_link_id', link.resourceLinkId);
  const headers = { accept: 'application/vnd.ims.lis.v2.lineitemcontainer+json' };
  const reply = await callService(platform, scopes.lineItems, { url: url.href, headers, signal }, reach);
  return parsed(found, reply, 'The platform does not tell its columns')[0]?.id;
}

async function make(
  link: ScoredLink,
  lineItemsUrl: string,
  platform: Platform,
  reach: Reach,
  signal: AbortSignal,
): Promise<string> {
  const body = JSON.stringify({
    label: link.title || link.target,
    scoreMaximum: SCORE_MAXIMUM,
    resourceLinkId: link.resourceLinkId,
    resourceId: link.target,
  });
  const headers = { 'content-type': TYPE, accept: TYPE };
  const reply = await callService(
    platform,
    scopes.lineItems,
    { method: 'POST', url: lineItemsUrl, headers, body, signal },
    reach,
  );
  return parsed(lineItemSchema, reply, 'The platform makes no column').id;
}

function parsed<T>(schema: z.ZodType<T>, reply: OutsideReply, what: string): T {
  if (reply.status < 200 || reply.status > 299) throw refusal(what, reply);
  const read = schema.safeParse(json(reply));
  if (!read.success) throw new Error(`${what}: its answer cannot be read.`);
  return read.data;
}
