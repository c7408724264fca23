'use server';

import type { AdminState } from '@/components/admin/admin-form';
import { formLocale, formText } from '@/lib/auth/form';
import { siteOrigin } from '@/lib/auth/site-origin';
import { isUuid } from '@/lib/classes/class-for';
import { platformFaults, readDeployments, readPlatform } from '@/lib/lti/platform-form';
import { addPlatform, invite, removePlatform, setDeployments } from '@/lib/lti/platform-store';
import { toolAddresses } from '@/lib/lti/tool-addresses';
import { reachOutside } from '@/lib/outside/reach';
import { thisAdmin } from '@/lib/people/this-admin';
import { changeSetting } from '@/lib/settings/setting-store';
import { settingSchemas } from '@/lib/settings/settings';
import { ltiWords } from '@/lib/words/lti';

/** An address at which one platform registers itself. */
export async function inviteAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const words = ltiWords[formLocale(form)].admin;
  const { register } = toolAddresses(siteOrigin());
  return { toCopy: { label: words.registerMade, text: `${register}?invitation=${await invite(actor)}` } };
}

export async function addAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const locale = formLocale(form);
  const words = ltiWords[locale].admin;
  const { values, platform, deployments } = readPlatform(form);
  const errors = platformFaults(platform, values, await reachOutside(), words.faults);
  if (errors || !platform.success) return { errors: errors ?? {}, values };
  const { takesAnyDeployment } = platform.data;
  if (!takesAnyDeployment && deployments.length === 0)
    return { errors: { deployments: words.faults.deployments }, values };
  if ((await addPlatform(platform.data, deployments, actor)) === null)
    return { errors: { clientId: words.faults.taken }, values };
  return { goTo: `/${locale}/admin/lti` };
}

export async function deploymentsAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const locale = formLocale(form);
  const words = ltiWords[locale].admin;
  const id = formText(form, 'platform');
  const takesAny = formText(form, 'any') === 'yes';
  const deployments = readDeployments(formText(form, 'deployments'));
  if (!takesAny && deployments.length === 0) return { problem: words.faults.deployments };
  if (isUuid(id)) await setDeployments(id, takesAny, deployments, actor);
  return { goTo: `/${locale}/admin/lti` };
}

export async function removeAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const locale = formLocale(form);
  const id = formText(form, 'platform');
  if (formText(form, 'confirm') !== 'yes') return { problem: ltiWords[locale].admin.faults.confirm };
  if (isUuid(id)) await removePlatform(id, actor);
  return { goTo: `/${locale}/admin/lti` };
}

/** Whether platforms may stand in a private network. */
export async function reachAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const chosen = settingSchemas.privateSystems.safeParse(formText(form, 'value'));
  if (!chosen.success) return {};
  await changeSetting('privateSystems', chosen.data, actor);
  return { done: ltiWords[formLocale(form)].admin.reach.saved };
}
