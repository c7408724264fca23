import { type Locale, languageTags } from '@/lib/words/locale';

/** What a mail says, before it is a mail. Names in it may hold anything. */
export type Letter = {
  readonly subject: string;
  readonly greeting: string;
  readonly before: readonly string[];
  readonly link: { readonly label: string; readonly href: string };
  readonly after: readonly string[];
  /** Who sends it: the installation's name. */
  readonly from: string;
};

/** A mail's parts as they are handed to SMTP. */
export type WrittenLetter = { readonly subject: string; readonly text: string; readonly html: string };

const longestSubject = 150;

/** One line: a name with line breaks in it must not become another header, nor another line of the text. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
}

function clipped(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const style = {
  page: 'margin:0;padding:24px;background:#fff;color:#1b1f1e;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif',
  column: 'max-width:34rem;margin:0 auto',
  button: 'display:inline-block;padding:10px 18px;background:#0f6b62;color:#fff;text-decoration:none;border-radius:4px',
  small: 'color:#5b6462;font-size:14px',
};

/** The same words twice: as plain text, and as HTML in which every text is escaped and nothing is fetched from anywhere. */
export function writeLetter(letter: Letter, locale: Locale): WrittenLetter {
  const { link } = letter;
  const [greeting, from] = [oneLine(letter.greeting), oneLine(letter.from)];
  const [before, after] = [letter.before.map(oneLine), letter.after.map(oneLine)];
  const text = [greeting, ...before, link.href, ...after, `— ${from}`].join('\n\n');
  const paragraph = (line: string, how = '') => `<p${how && ` style='${how}'`} dir="auto">${escaped(line)}</p>`;
  const href = escaped(link.href);
  const html = [
    `<!doctype html><html lang="${languageTags[locale]}"><head><meta charset="utf-8"><title>${escaped(oneLine(letter.subject))}</title></head>`,
    `<body style='${style.page}'><div style='${style.column}'>`,
    ...[greeting, ...before].map((line) => paragraph(line)),
    `<p><a href="${href}" style='${style.button}'>${escaped(oneLine(link.label))}</a></p>`,
    `<p style='${style.small}'>${href}</p>`,
    ...after.map((line) => paragraph(line, style.small)),
    paragraph(`— ${from}`, style.small),
    '</div></body></html>',
  ].join('\n');
  return { subject: clipped(oneLine(letter.subject), longestSubject), text: `${text}\n`, html };
}
