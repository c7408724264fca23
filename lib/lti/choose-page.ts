import { escapeHtml } from '@/lib/gradebook/escape-html';
import type { Choices } from '@/lib/lti/choices';
import type { Chosen } from '@/lib/lti/deep-linking';
import { framePage, paragraph } from '@/lib/lti/frame-page';
import type { Launch } from '@/lib/lti/launch';
import { writeTarget } from '@/lib/lti/target';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';

type Props = {
  readonly locale: Locale;
  readonly launch: Launch;
  readonly ticket: string;
  readonly choices: Choices;
  /** Sent before, with nothing chosen. */
  readonly isEmpty: boolean;
};

/** In the platform's frame: what the link should open. It needs no sign-in, since the ticket says who asks and for what. */
export function choosePage({ locale, launch, ticket, choices, isEmpty }: Props): Response {
  const words = ltiWords[locale].choose;
  const many = launch.deepLinking?.takesMany ?? false;
  const option = ({ target, title }: Chosen) => {
    const value = escapeHtml(writeTarget(target));
    return `<li><label><input type="${many ? 'checkbox' : 'radio'}" name="target" value="${value}"><span>${escapeHtml(title)}</span></label></li>`;
  };
  const group = (title: string, chosen: readonly Chosen[]) =>
    chosen.length === 0
      ? ''
      : `<fieldset><legend>${escapeHtml(title)}</legend><ul>${chosen.map(option).join('')}</ul></fieldset>`;
  const graded = launch.deepLinking?.takesLineItems
    ? `<label class="check"><input type="checkbox" name="graded" value="yes" checked><span>${escapeHtml(words.graded)}<small>${escapeHtml(words.gradedHint)}</small></span></label>`
    : '';
  const body = `${isEmpty ? `<p role="alert"><strong>${escapeHtml(words.nothing)}</strong></p>` : ''}${paragraph(many ? words.ledeMany : words.lede)}
<form method="post" action="/api/lti/deep-link"><input type="hidden" name="ticket" value="${escapeHtml(ticket)}">
${group(words.assignments, choices.assignments)}${group(words.paths, choices.paths)}
${choices.lessons.map(({ path, chosen }) => group(words.lessons(path), chosen)).join('')}
${graded}<p><button class="button" type="submit">${escapeHtml(words.submit)}</button></p></form>`;
  return framePage({ locale, title: words.title, body });
}

/** Takes the answer back to the platform: by itself, or by its button. */
export function returnPage(locale: Locale, returnUrl: string, jwt: string): Response {
  const words = ltiWords[locale].frame;
  const body = `${paragraph(words.returning)}<form id="back" method="post" action="${escapeHtml(returnUrl)}">
<input type="hidden" name="JWT" value="${escapeHtml(jwt)}"><button class="button" type="submit">${escapeHtml(words.back)}</button></form>`;
  return framePage({
    locale,
    title: words.back,
    body,
    formTo: returnUrl,
    script: `document.getElementById('back').submit()`,
  });
}
