import type { MathNode } from '@/lib/tex/math-node';

/**
 * Text with emphasis, code and lists, as data. A prompt or a piece of feedback travels in this form and is drawn as
 * elements: nothing an author or an answer contains is ever put into a page as markup.
 */
export type Inline =
  | string
  | { kind: 'strong' | 'em' | 'del'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; of: Inline[] }
  | { kind: 'break' }
  | { kind: 'math'; of: MathNode; tex: string };

export type Block =
  | { kind: 'math'; of: MathNode; tex: string }
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'quote'; of: Block[] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

export type RichText = Block[];
