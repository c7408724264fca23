import type { ReactNode } from 'react';

/** What a picture is, and where it is said in words. */
export type Named = { readonly title: string; readonly text: string };

type Props = {
  id: string;
  className: string | undefined;
  viewBox: string;
  /** Where the picture speaks for itself. Elsewhere it repeats what lists and tables say, and is hidden from screen readers. */
  named: Named | undefined;
  children: ReactNode;
};

/** A lab's drawing. */
export function LabPicture({ id, className, viewBox, named, children }: Props) {
  if (!named)
    return (
      <svg className={className} viewBox={viewBox} aria-hidden="true">
        {children}
      </svg>
    );
  return (
    <svg
      className={className}
      viewBox={viewBox}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <title id={`${id}-title`}>{named.title}</title>
      <desc id={`${id}-text`}>{named.text}</desc>
      {children}
    </svg>
  );
}
