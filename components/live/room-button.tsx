'use client';

import { useFormStatus } from 'react-dom';
import button from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';

export type RoomForm = {
  readonly action: (form: FormData) => Promise<void>;
  readonly classId: string;
  readonly locale: Locale;
};

type Props = RoomForm & {
  /** What is done, and to what. */
  what: string;
  about?: Readonly<Record<string, string>>;
  tone?: 'primary' | 'quiet' | 'plain';
  label?: string | undefined;
  children: string;
};

/** One thing that can be done in the room: a plain form of one button. */
export function RoomButton({ action, classId, locale, what, about = {}, tone = 'plain', label, children }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="class" value={classId} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="what" value={what} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Press tone={tone} label={label}>
        {children}
      </Press>
    </form>
  );
}

function Press({
  tone,
  label,
  children,
}: Required<Pick<Props, 'tone'>> & { label: string | undefined; children: string }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={`${button.button} ${tone === 'plain' ? '' : button[tone]}`}
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}
