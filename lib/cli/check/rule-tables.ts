import { ruleRooms } from '@/lib/curriculum/rules/all-rules';
import type { RuleRoom } from '@/lib/curriculum/rules/rule';

const begin = '<!-- rules: written by `handrail check --fix` from lib/curriculum/rules/ -->';
const end = '<!-- end of the rules -->';

const words = {
  says: {
    shape: 'Shape: every file',
    mdx: 'Markdown and MDX',
    quiz: 'Questions',
    tasks: 'Tasks',
    languages: 'The two languages',
    prose: 'Prose',
    curriculum: 'Paths and lessons',
    media: 'Figures, sounds and films',
  },
  zh: {
    shape: '形状：每个文件',
    mdx: 'Markdown与MDX',
    quiz: '题',
    tasks: '任务',
    languages: '两种语言',
    prose: '文字',
    curriculum: '路径与课',
    media: '图、声音与影片',
  },
} as const satisfies Record<'says' | 'zh', Record<keyof typeof ruleRooms, string>>;

const heads = { says: ['rule', 'what it wants'], zh: ['规则', '要求'] } as const;

/** The handbook's tables of rules, a table for each room, each row with the anchor that findings name. */
export function ruleTables(language: 'says' | 'zh'): string {
  const tables = Object.entries<RuleRoom>(ruleRooms).map(([room, rules]) => {
    const rows = Object.entries(rules).map(
      ([name, rule]) => [`<a id="rule-${name}"></a>\`${name}\``, rule[language].replaceAll('|', '\\|')] as const,
    );
    return `**${titleOf(room, language)}**\n\n${table([heads[language], ...rows])}`;
  });
  return `${begin}\n\n${tables.join('\n\n')}\n\n${end}`;
}

/** A handbook with its tables as they should be; undefined where it has no place for them. */
export function withRuleTables(handbook: string, language: 'says' | 'zh'): string | undefined {
  const [from, to] = [handbook.indexOf(begin), handbook.indexOf(end)];
  if (from < 0 || to < from) return undefined;
  return `${handbook.slice(0, from)}${ruleTables(language)}${handbook.slice(to + end.length)}`;
}

function titleOf(room: string, language: 'says' | 'zh'): string {
  const titles: Record<string, string> = words[language];
  return titles[room] ?? room;
}

/** A Markdown table with its columns aligned as the formatter aligns them: Han take two columns. */
function table(rows: readonly (readonly [string, string])[]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell + fill.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`;
  const [head = ['', ''], ...body] = rows;
  return [line(head), line(['', ''], '-'), ...body.map((row) => line(row))].join('\n');
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(char)
        ? 2
        : 1),
    0,
  );
}
