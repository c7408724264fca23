'use server';

import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, thisSession } from '@/lib/auth/this-request';
import { isCertificateId } from '@/lib/certificates/badge-file';
import { revokeCertificate } from '@/lib/certificates/certificate-store';
import { submitCertificate } from '@/lib/certificates/submit-certificate';
import { certificateWords } from '@/lib/words/certificate';

export async function issueAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const name = formText(form, 'name');
  const result = await submitCertificate(await thisSession(), formText(form, 'path'), name);
  if (result.kind === 'issued') return goTo(`/${locale}/certificates/${result.certificate.id}`);
  const fault = certificateWords[locale].faults[result.kind];
  return result.kind === 'bad-name' ? { errors: { name: fault }, values: { name } } : { problem: fault };
}

export async function revokeAction(_before: FormState, form: FormData): Promise<FormState> {
  const session = await thisSession();
  const id = formText(form, 'id');
  if (session && isCertificateId(id)) await revokeCertificate(session.learnerId, id);
  return goTo(`/${formLocale(form)}/certificates/${id}`);
}
