export const noteKinds = ['note', 'bookmark', 'highlight'] as const;

/** What a highlight is found by when the text around it has changed: its words, and how far they stood from the heading. */
export type Anchor = { readonly quote: string; readonly start: number; readonly locale: string };

/** A private note, a bookmark or a highlight at a heading; the words before the first heading have ''. */
export type Note = {
  readonly id: string;
  /** `tcp-tls/three-way-four-way` */
  readonly lesson: string;
  readonly heading: string;
  readonly kind: (typeof noteKinds)[number];
  readonly text: string;
  readonly anchor: Anchor | null;
  /** Counts the changes. A change names the revision that it was made from; 0 is a new note. */
  readonly revision: number;
  readonly removed: boolean;
  /** The note beside which this was kept, because two devices had written at once. */
  readonly conflictOf: string | null;
};

export type NoteChange = Omit<Note, 'conflictOf'>;

export type DatedNote = Note & { readonly editedAt: Date };
