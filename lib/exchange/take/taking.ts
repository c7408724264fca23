import { type Locale, type Localized, otherLocale } from '@/lib/words/locale';
import type { Text } from '../exchanged';
import type { Loss, Note } from '../note';
import { htmlOf } from '../text/markdown-html';

/** The question cannot be held by the other format, and why. */
export class NotTaken extends Error {}

/** One question on its way out: chooses the language, and keeps what is lost on the way. */
export class Taking {
  readonly notes: Note[] = [];

  constructor(
    readonly id: string,
    readonly locale: Locale,
  ) {}

  note(loss: Loss, why: string): void {
    if (!this.notes.some((known) => known.loss === loss && known.why === why))
      this.notes.push({ item: this.id, loss, why });
  }

  markdown(text: Localized): string {
    const said = text[this.locale];
    if (said !== undefined) return said;
    this.note('approximated', `what is not written in ${this.locale} stands there in ${otherLocale(this.locale)}`);
    return text[otherLocale(this.locale)] ?? '';
  }

  html(text: Localized): Text {
    return { format: 'html', text: htmlOf(this.markdown(text)) };
  }

  feedback(text: Localized | undefined): { feedback?: Text } {
    return text ? { feedback: this.html(text) } : {};
  }

  misconceptions(parts: readonly { readonly misconception?: string | undefined }[]): void {
    if (parts.some(({ misconception }) => misconception !== undefined))
      this.note('lost', 'the names of mistaken ideas');
  }
}
