import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Locale } from '@/lib/words/locale';

const han = String.raw`[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]`;
const breakBesideHan = new RegExp(`(?<=${han})\\n[ \\t]*|\\n[ \\t]*(?=${han})`, 'gu');

/** A remark plugin: where a Chinese paragraph goes on in the next line of the file, browsers would show a space that nobody wrote. */
export function chineseBreaks(locale: Locale) {
  return () =>
    (tree: Root): void => {
      if (locale !== 'zh') return;
      visit(tree, 'text', (node) => {
        node.value = node.value.replace(breakBesideHan, '');
      });
    };
}
