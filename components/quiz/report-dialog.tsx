'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import dialog from '@/components/comfort/dialog.module.css';
import { becomeGuest, forgetGuest } from '@/components/progress/become-guest';
import { knownLearner, loadProgress } from '@/components/progress/progress-store';
import button from '@/components/ui/button.module.css';
import { reportDialogWords } from '@/lib/words/report-dialog';
import { newId } from './new-id';
import type { ReportProps } from './report-button';

type Kind = 'wrong' | 'stuck';
type Outcome = 'sent' | 'tooMany' | 'notSent';

const mostCharacters = 2_000;
const mostStateCharacters = 5_000;

/** Opens the form above the page. Outside of the question's own form: forms do not nest. */
export function openReport(props: ReportProps, kind: Kind): void {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const close = () => {
    root.unmount();
    host.remove();
  };
  root.render(<ReportDialog {...props} kind={kind} onClose={close} />);
}

function ReportDialog({ item, version, locale, state, kind, onClose }: ReportProps & { kind: Kind; onClose(): void }) {
  const words = reportDialogWords[locale];
  const own = words[kind];
  const box = useRef<HTMLDialogElement>(null);
  const [id] = useState(newId);
  const [said, setSaid] = useState<'empty' | 'sending' | Outcome>();
  const [titleId, faultId] = [useId(), useId()];
  useEffect(() => box.current?.showModal(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (said === 'sending') return;
    const field = event.currentTarget.elements.namedItem('text');
    const text = field instanceof HTMLTextAreaElement ? field.value.trim() : '';
    if (kind === 'wrong' && text === '') {
      if (field instanceof HTMLTextAreaElement) field.focus();
      return setSaid('empty');
    }
    setSaid('sending');
    setSaid(await send({ id, item, version, locale, kind, text, state: shortened(state()) }));
  }

  const fault = said === 'empty' || said === 'notSent' || said === 'tooMany' ? words[said] : undefined;
  return (
    <dialog ref={box} className={dialog.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{own.title}</h2>
      {said === 'sent' ? (
        <p role="status">{own.thanks}</p>
      ) : (
        <>
          <p>{own.lede}</p>
          <form id={`${titleId}-form`} onSubmit={submit} noValidate>
            <label className={dialog.field}>
              {own.label}
              <textarea
                name="text"
                rows={4}
                maxLength={mostCharacters}
                aria-invalid={said === 'empty' || undefined}
                aria-describedby={fault && faultId}
              />
            </label>
            <p className={dialog.aside}>{words.sent}</p>
          </form>
        </>
      )}
      <p id={faultId} role="alert" className={dialog.fault}>
        {fault}
      </p>
      <p className={dialog.actions}>
        {said !== 'sent' && (
          <button
            type="submit"
            form={`${titleId}-form`}
            className={`${button.button} ${button.primary}`}
            aria-disabled={said === 'sending' || undefined}
          >
            {said === 'sending' ? words.sending : words.send}
          </button>
        )}
        <button type="button" className={button.button} onClick={() => box.current?.close()}>
          {said === 'sent' ? words.close : words.cancel}
        </button>
      </p>
    </dialog>
  );
}

/** A report without its state is better than none. */
function shortened(state: unknown): unknown {
  return (JSON.stringify(state) ?? '').length <= mostStateCharacters ? state : { cut: true };
}

async function send(report: object): Promise<Outcome> {
  try {
    const body = JSON.stringify(report);
    const post = () => fetch('/api/reports', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    // Whoever has not answered anything yet is nobody here.
    await loadProgress().catch(() => null);
    if (!knownLearner()) await becomeGuest();
    let reply = await post();
    if (reply.status === 401) {
      // A guest may have been erased meanwhile.
      forgetGuest();
      if (await becomeGuest()) reply = await post();
    }
    return reply.ok ? 'sent' : reply.status === 429 ? 'tooMany' : 'notSent';
  } catch {
    return 'notSent';
  }
}
