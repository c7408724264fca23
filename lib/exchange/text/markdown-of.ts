import { NotRichText, richText } from '@/lib/quiz/rich-text';
import type { Text } from '../exchanged';
import { limits } from '../limits';
import { type Converted, escapeMarkdown, markdownOfHtml } from './html-markdown';

/** A text of another system, whatever its form, as this product's Markdown. What comes out can always be drawn. */
export function markdownOf({ format, text }: Text): Converted {
  if (text.length > limits.text) return { markdown: '', lost: [`a text of more than ${limits.text} characters`] };
  const read = byFormat(format, text.replaceAll('\r', ''));
  const fault = notDrawn(read.markdown);
  if (fault === undefined) return read;
  // What their Markdown may hold and ours may not (headings, images, HTML) comes along as bare words.
  return {
    markdown: escapeMarkdown(read.markdown).trim(),
    lost: [...read.lost, `${fault}; its text is kept as it was written`],
  };
}

function byFormat(format: Text['format'], text: string): Converted {
  switch (format) {
    case 'html':
      return markdownOfHtml(text);
    case 'moodle':
      return markdownOfHtml(text.trim().replace(/\n/g, /<(p|div|ul|ol|table|pre|br)\b/i.test(text) ? '\n' : '<br>'));
    case 'plain':
      return {
        markdown: escapeMarkdown(text.trim())
          .replace(/[ \t]*\n(?=[^\n])/g, '\\\n')
          .replace(/\\\n(?:\\\n)+/g, '\n\n'),
        lost: [],
      };
    case 'markdown':
      return { markdown: text.trim().replace(/\{{2,}/g, (run) => '\\{'.repeat(run.length)), lost: [] };
  }
}

function notDrawn(markdown: string): string | undefined {
  if (markdown === '') return undefined;
  try {
    richText(markdown);
    return undefined;
  } catch (fault) {
    if (fault instanceof NotRichText) return `${fault.found} cannot stand in a question`;
    throw fault;
  }
}
