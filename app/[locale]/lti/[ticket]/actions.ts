'use server';

import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, setCookies, thisVisit } from '@/lib/auth/this-request';
import { connectClass } from '@/lib/lti/connect-class';
import { enterLaunch, openedLaunch } from '@/lib/lti/open-launch';
import { ltiWords } from '@/lib/words/lti';

/** Goes in as who was chosen; anything but "mine" is the account that the school vouches for. */
export async function enterAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const { refusals } = ltiWords[locale];
  const ticket = formText(form, 'ticket');
  const visit = await thisVisit();
  const opened = await openedLaunch(ticket, visit);
  if (!opened) return { problem: refusals['used-ticket'] };
  const choice = formText(form, 'who') === 'mine' ? 'mine' : 'school';
  const entered = await enterLaunch(opened, choice, ticket, visit, locale);
  if (entered.kind === 'refused') return { problem: refusals[entered.why] };
  await setCookies(entered.cookies);
  return goTo(entered.address);
}

/** Connects the course with a class of the one who asks, new or not. */
export async function connectAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const words = ltiWords[locale];
  const opened = await openedLaunch(formText(form, 'ticket'), await thisVisit());
  if (!opened) return { problem: words.refusals['used-ticket'] };
  const [wanted, name] = [formText(form, 'class'), formText(form, 'name')];
  const connected = await connectClass(opened, wanted, name, locale);
  switch (connected.kind) {
    case 'refused':
      return { problem: words.refusals[connected.why] };
    case 'name-missing':
      return { errors: { name: words.class.nameMissing }, values: { name, class: wanted } };
    case 'not-yours':
      return { problem: words.class.notYours, values: { name } };
    case 'connected':
      return goTo(connected.address);
  }
}
