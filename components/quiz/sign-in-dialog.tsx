'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { AccountField } from '@/components/account/account-field';
import { forgetLearner, reloadProgress } from '@/components/progress/progress-store';
import button from '@/components/ui/button.module.css';
import { accountWords } from '@/lib/words/account';
import type { Locale } from '@/lib/words/locale';
import { outboxWords } from '@/lib/words/outbox';
import { openDialog } from './open-dialog';
import dialog from './outbox-dialog.module.css';
import quiz from './quiz.module.css';
import { drain } from './send-answer';

type Fault = 'refused' | 'overloaded' | 'unreachable';

/** Asks to sign in again without leaving the page. `before` is who was here. */
export function openSignIn(locale: Locale, before: string | undefined): void {
  openDialog((close) => <SignInDialog locale={locale} before={before} onClose={close} />);
}

function SignInDialog({
  locale,
  before,
  onClose,
}: {
  locale: Locale;
  before: string | undefined;
  onClose: () => void;
}) {
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const account = accountWords[locale];
  const words = outboxWords[locale].signIn;
  useEffect(() => box.current?.showModal(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const form = new FormData(event.currentTarget);
    const entered = await signIn(form);
    setBusy(false);
    if (typeof entered === 'string') return setFault(entered);
    box.current?.close();
    if (entered.asksAboutGuest)
      return location.assign(`/${locale}/account/answers?callbackUrl=${encodeURIComponent(location.pathname)}`);
    // This page was somebody else's.
    if (before && entered.id !== before) return location.reload();
    reloadProgress();
    drain();
  }

  function goOnAsGuest() {
    forgetLearner();
    location.reload();
  }

  return (
    <dialog ref={box} className={dialog.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{words.title}</h2>
      <p>{words.lede}</p>
      <form onSubmit={submit}>
        {fault && <p role="alert">{fault === 'unreachable' ? words.unreachable : account.faults[fault]}</p>}
        <AccountField name="login" kind="login" label={account.signIn.login} error={undefined} />
        <AccountField
          name="password"
          kind="current-password"
          label={account.signIn.password}
          show={{ text: account.show, label: account.showPassword }}
          error={undefined}
        />
        <label className={dialog.check}>
          <input type="checkbox" name="forget" value="yes" /> {account.signIn.forget}
        </label>
        <p className={dialog.actions}>
          <button type="submit" className={`${button.button} ${button.primary}`} aria-disabled={isBusy || undefined}>
            {isBusy ? account.sending : account.signIn.submit}
          </button>
          <button type="button" className={button.button} onClick={() => box.current?.close()}>
            {words.later}
          </button>
        </p>
      </form>
      <p className={dialog.aside}>
        <a href={`/${locale}/sign-in?callbackUrl=${encodeURIComponent(location.pathname)}`}>{words.otherWays}</a>
        <button type="button" className={quiz.more} onClick={goOnAsGuest}>
          {words.asGuest}
        </button>
      </p>
    </dialog>
  );
}

async function signIn(form: FormData): Promise<{ id: string; asksAboutGuest: boolean } | Fault> {
  try {
    const reply = await fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        login: form.get('login'),
        password: form.get('password'),
        forgetOnLeave: form.get('forget') === 'yes',
      }),
    });
    if (reply.ok) return await reply.json();
    return reply.status === 503 || reply.status === 429 ? 'overloaded' : 'refused';
  } catch {
    return 'unreachable';
  }
}
