import type { Locale, Localized } from '@/lib/words/locale';
import type { Exchanged, Text } from '../exchanged';
import type { Loss, Note } from '../note';
import { markdownOf } from '../text/markdown-of';

/** The question cannot come along, and why. */
export class NotBrought extends Error {}

/** One question on its way in: makes texts of ours, and keeps what is lost on the way. */
export class Bringing {
  readonly notes: Note[] = [];

  constructor(
    readonly from: Exchanged,
    readonly locale: Locale,
  ) {}

  note(loss: Loss, why: string): void {
    const { name, line, column } = this.from;
    if (!this.notes.some((known) => known.loss === loss && known.why === why))
      this.notes.push({ item: name, loss, why, line, column });
  }

  markdown(text: Text, what: string): string {
    const { markdown, lost } = markdownOf(text);
    for (const one of lost) this.note('lost', `${what}: ${one}`);
    return markdown;
  }

  /** A text that has to be there. */
  text(text: Text, what: string): Localized {
    const markdown = this.markdown(text, what);
    if (markdown === '') throw new NotBrought(`${what} has no words that can be kept`);
    return { [this.locale]: markdown };
  }

  feedback(text: Text | undefined, what: string): { feedback?: Localized } {
    const markdown = text && this.markdown(text, what);
    return markdown ? { feedback: { [this.locale]: markdown } } : {};
  }
}
