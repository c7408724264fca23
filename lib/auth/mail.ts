import { createTransport } from 'nodemailer';
import { siteOrigin } from '@/lib/auth/site-origin';
import { env } from '@/lib/env';
import { onlyOne } from '@/lib/only-one';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends one mail; a failure is told on stderr (the address is not), since who asked must not learn of it. */
export async function sendMail(mail: Mail): Promise<void> {
  const from = env().SMTP_FROM ?? `handrail@${new URL(siteOrigin()).hostname}`;
  try {
    await transport().sendMail({ ...mail, from });
  } catch (error) {
    process.stderr.write(
      `A mail could not be sent through SMTP_URL: ${error instanceof Error ? error.message : error}\n`,
    );
  }
}

function transport() {
  return onlyOne('auth.mail', () =>
    createTransport(env().SMTP_URL, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }),
  );
}
