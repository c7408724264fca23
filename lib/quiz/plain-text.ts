import type { Block, Inline, RichText } from './public-rich-text';

/** A text without its emphasis, where only characters can stand: `plainText(richText('the **SYN**'))` is `'the SYN'`. */
export function plainText(text: RichText): string {
  return text.map(blockText).join(' ');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.of.map(inlineText).join('');
    case 'code':
      return block.text;
    case 'math':
      return block.tex;
    case 'quote':
      return plainText(block.of);
    case 'list':
      return block.items.map(plainText).join(', ');
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map((cell) => cell.map(inlineText).join('')).join(' '))
        .join(', ');
  }
}

function inlineText(part: Inline): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'code':
      return part.text;
    case 'break':
      return ' ';
    case 'math':
      return part.tex;
    default:
      return 'of' in part ? part.of.map(inlineText).join('') : '';
  }
}
