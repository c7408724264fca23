/** Where this browser was last, so that reading can go on without an account. */
export type LastPlace = {
  lesson: string;
  heading: string;
  /** The lesson's title and the heading's text, in the language they were read in. */
  title: string;
  headingText: string;
  at: string;
};

const key = 'handrail.place';

export function lastPlace(): LastPlace | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // No storage, or not ours: there is no last place.
    return null;
  }
}

export function keepLastPlace(place: LastPlace): void {
  try {
    localStorage.setItem(key, JSON.stringify(place));
  } catch {
    // Storage is refused: the server may still know.
  }
}
