import { createTransport } from 'nodemailer';
import { siteOrigin } from '@/lib/auth/site-origin';
import { env } from '@/lib/env';
import type { WrittenLetter } from '@/lib/mail/letter';
import { onlyOne } from '@/lib/only-one';

export type Mail = WrittenLetter & { readonly to: string };

/** Where nothing is set, what would be mailed is shown to staff instead. */
export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Hands one mail to the server of SMTP_URL. What it throws names neither address nor text. */
export async function sendMail({ to, subject, text, html }: Mail): Promise<void> {
  const from = env().SMTP_FROM ?? `handrail@${new URL(siteOrigin()).hostname}`;
  try {
    await transport().sendMail({ from, to, subject, text, html, headers: { 'Auto-Submitted': 'auto-generated' } });
  } catch (error) {
    throw new MailFault(`A mail could not be sent through SMTP_URL: ${reasonOf(error)}`);
  }
}

class MailFault extends Error {
  override name = 'MailFault';
}

/** A server's own words may repeat the address: its code is enough. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for no reason that was given';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const said = 'responseCode' in error && typeof error.responseCode === 'number' ? ` ${error.responseCode}` : '';
  return `${code}${said}`;
}

function transport() {
  return onlyOne('mail.transport', () =>
    createTransport(env().SMTP_URL, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );
}
