'use server';

import type { AdminState } from '@/components/admin/admin-form';
import { formLocale, formText } from '@/lib/auth/form';
import { thisAdmin } from '@/lib/people/this-admin';
import { changeSetting } from '@/lib/settings/setting-store';
import { settingSchemas } from '@/lib/settings/settings';
import { adminWords } from '@/lib/words/admin';

/** Changes the one setting that the form is about. A value that is none of its own leaves it as it was. */
export async function settingAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const { settings: words } = adminWords[formLocale(form)];
  const value = formText(form, 'value').trim().slice(0, 40);
  switch (formText(form, 'setting')) {
    case 'whoMakesClasses': {
      const chosen = settingSchemas.whoMakesClasses.safeParse(value);
      if (!chosen.success) return {};
      await changeSetting('whoMakesClasses', chosen.data, actor);
      return { done: words.saved };
    }
    case 'signUp': {
      const chosen = settingSchemas.signUp.safeParse(value);
      if (!chosen.success) return {};
      await changeSetting('signUp', chosen.data, actor);
      return { done: words.saved };
    }
    case 'retentionDays': {
      const days = /^\d+$/.test(value) ? settingSchemas.retentionDays.safeParse(Number(value)) : undefined;
      if (!days?.success) return { problem: words.retentionDays.wrong(value), values: { value } };
      await changeSetting('retentionDays', days.data, actor);
      return { done: words.saved };
    }
    default:
      return {};
  }
}
