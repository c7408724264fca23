import type { CookieToSet } from '@/lib/auth/cookie';
import { setCookieHeader } from '@/lib/auth/cookie';
import type { Visit } from '@/lib/auth/visit';
import { escapeHtml } from '@/lib/gradebook/escape-html';
import { beginLogin } from '@/lib/lti/begin-login';
import { choicesFor } from '@/lib/lti/choices';
import { choosePage, returnPage } from '@/lib/lti/choose-page';
import { contentItem, deepLinkingResponse } from '@/lib/lti/deep-linking';
import { framePage, paragraph } from '@/lib/lti/frame-page';
import { refused } from '@/lib/lti/launch';
import { launchCookie } from '@/lib/lti/launch-cookie';
import { closeLaunch, findLaunch, insertLaunch } from '@/lib/lti/launch-store';
import { enterLaunch, mustAsk, openedLaunch } from '@/lib/lti/open-launch';
import { findPlatform } from '@/lib/lti/platform-store';
import { refusalPage } from '@/lib/lti/refusal-page';
import { writeTarget } from '@/lib/lti/target';
import type { ToolAddresses } from '@/lib/lti/tool-addresses';
import { verifyLaunch } from '@/lib/lti/verify-launch';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';

/** What a call is answered with besides what was sent. */
export type Call = {
  readonly tool: ToolAddresses;
  readonly locale: Locale;
  readonly visit: Visit;
  readonly siteName: string;
};

type Sent = Readonly<Record<string, string>>;

/** `/api/lti/login`: on to the platform, which knows who this is. */
export async function answerLogin(sent: Sent, { tool, locale }: Call): Promise<Response> {
  const begun = await beginLogin(sent, tool);
  if (begun.kind === 'refused') return refusalPage(begun, locale);
  return seeOther(begun.url, [launchCookie(begun.state)]);
}

/**
 * `/api/lti/launch`: what the platform says. A launch goes on in a window of its own, because a frame of another site keeps no sign-in; only
 * the choice of a link stays in the frame, since the platform waits for it there.
 */
export async function answerLaunch(sent: Sent, call: Call, isWholeWindow: boolean): Promise<Response> {
  const verified = await verifyLaunch(sent, call.tool);
  if (verified.kind === 'refused') return refusalPage(verified, call.locale);
  const { platform, stateDigest, launch } = verified;
  const locale = launch.locale ?? call.locale;
  if (launch.kind === 'deep-linking' && launch.role === 'learner')
    return refusalPage(refused('not-instructor'), locale);
  const ticket = await insertLaunch(platform.id, stateDigest, launch);
  if (launch.kind === 'deep-linking') {
    const choices = await choicesFor(platform, launch, locale);
    return choosePage({ locale, launch, ticket, choices, isEmpty: false });
  }
  const open = `/api/lti/open?ticket=${ticket}`;
  if (isWholeWindow) return seeOther(open);
  const words = ltiWords[locale].frame;
  const link = `<p><a class="button" href="${escapeHtml(open)}" target="_blank" rel="opener">${escapeHtml(words.open)}</a></p>`;
  const title = launch.link?.title || call.siteName;
  return framePage({ locale, title, body: paragraph(words.openLede(call.siteName)) + link });
}

/** `/api/lti/open`: the window. Goes on at once when nothing has to be asked. */
export async function answerOpen(ticket: string, { locale: asked, visit }: Call): Promise<Response> {
  const opened = await openedLaunch(ticket, visit);
  if (!opened) return refusalPage(refused('used-ticket'), asked);
  const locale = opened.kept.launch.locale ?? asked;
  if (mustAsk(opened)) return seeOther(`/${locale}/lti/${ticket}`);
  const entered = await enterLaunch(opened, 'school', ticket, visit, locale);
  if (entered.kind === 'refused') return refusalPage(entered, locale);
  return seeOther(entered.address, entered.cookies.map(setCookieOf));
}

/** `/api/lti/deep-link`: what was chosen in the frame goes back to the platform, signed. */
export async function answerDeepLink(form: FormData, { locale: asked, tool }: Call): Promise<Response> {
  const ticket = form.get('ticket');
  const kept = typeof ticket === 'string' && ticket.length <= 100 ? await findLaunch(ticket) : null;
  const platform = kept && (await findPlatform(kept.platformId));
  if (!kept?.launch.deepLinking || !platform || typeof ticket !== 'string')
    return refusalPage(refused('used-ticket'), asked);
  const { launch } = kept;
  const { returnUrl, takesMany, takesLineItems } = kept.launch.deepLinking;
  const locale = launch.locale ?? asked;
  const choices = await choicesFor(platform, launch, locale);
  const offered = [...choices.paths, ...choices.lessons.flatMap(({ chosen }) => chosen), ...choices.assignments];
  const wanted = new Set(form.getAll('target'));
  const chosen = offered.filter(({ target }) => wanted.has(writeTarget(target))).slice(0, takesMany ? 200 : 1);
  if (chosen.length === 0) return choosePage({ locale, launch, ticket, choices, isEmpty: true });
  if (!(await closeLaunch(kept.id))) return refusalPage(refused('used-ticket'), locale);
  const withScores = takesLineItems && form.get('graded') === 'yes';
  const items = chosen.map((one) => contentItem(one, tool.origin, locale, withScores));
  return returnPage(locale, returnUrl, await deepLinkingResponse(platform, launch, items));
}

const setCookieOf = (cookie: CookieToSet): string => setCookieHeader(cookie);

function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
