const prefix = 'handrail.notes.';

/**
 * Takes the private notes of who leaves off this device: they are on the server. What could not be sent yet stays, for it is nowhere else,
 * and goes out when its writer is back.
 */
export function forgetNotes(learner: string): void {
  try {
    const kept: { isUnsaved?: boolean }[] = JSON.parse(localStorage.getItem(prefix + learner) ?? '[]');
    const unsaved = kept.filter(({ isUnsaved }) => isUnsaved);
    if (unsaved.length > 0) localStorage.setItem(prefix + learner, JSON.stringify(unsaved));
    else localStorage.removeItem(prefix + learner);
  } catch {
    // Storage is refused, and then nothing is kept there.
  }
}
