import { createContext } from 'react';

/** A lab that a class steps together: one leads, the others' screens follow as long as they like. */
export type LabSharing =
  | { readonly role: 'leads'; readonly tell: (saved: unknown) => void }
  | {
      readonly role: 'follows';
      /** What a lab's link carries, as the leader has it; null: this screen has let go. */
      readonly saved: unknown;
      /** Something was done here that the leader has not. */
      readonly leave: () => void;
    };

/** Null: a lab of one's own. */
export const LabSharingContext = createContext<LabSharing | null>(null);
