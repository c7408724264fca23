import { type CountedScore, countedShare } from '@/lib/gradebook/counted-score';
import { clipText, escapeHtml } from '@/lib/gradebook/escape-html';
import { heatOf, hundredths } from '@/lib/gradebook/heat';

export type DrawnSort = {
  readonly text: string;
  readonly href: string;
  readonly sorted: 'ascending' | 'descending' | null;
};

export type DrawnColumn = {
  readonly text: string;
  /** Where the column opens: the questions of a lesson, an assignment. */
  readonly href: string | null;
  /** Where it stands on a learner's page: `l12`. */
  readonly mark: string;
};

export type DrawnCell = {
  readonly score: CountedScore;
  /** Answers wait for somebody who marks them. */
  readonly isWaiting: boolean;
};

export type DrawnRow = {
  /** The learner's page. */
  readonly href: string;
  /** The same, as short as it can be said from here: it stands in every cell, before the column's mark. */
  readonly shortHref: string;
  readonly name: string;
  readonly group: string | null;
  /** Progress, what the learner is stuck on, when they were last seen. */
  readonly facts: readonly string[];
  readonly cells: readonly DrawnCell[];
};

/** Everything that is drawn of a gradebook: texts in the reader's language, addresses, numbers. None of the texts is trusted. */
export type GradebookPicture = {
  readonly caption: string;
  readonly name: DrawnSort;
  readonly facts: readonly DrawnSort[];
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly DrawnRow[];
  readonly words: { readonly excused: string; readonly none: string; readonly noName: string };
};

/** Longer ones are cut: the whole name stands on the learner's page, a lesson's on its own. */
const longestName = 40;
const longestGroup = 20;

/**
 * The gradebook's table as HTML: one string, by this function alone. Every text and every address goes through `escapeHtml`; what is written here
 * by hand is the markup. End tags that HTML lets one leave out are left out: of 2,500 cells they would be a tenth.
 */
export function drawGradebook({ caption, name, facts, columns, rows, words }: GradebookPicture): string {
  const heads = columns.map(({ text, href }) => `<th scope="col">${link(href, `<span>${clipped(text)}</span>`)}`);
  const lines = rows.map((row) => drawRow(row, columns, words));
  return `<table id="gradebook"><caption>${escapeHtml(caption)}</caption><thead><tr>${sortHead(name)}${facts
    .map(sortHead)
    .join('')}${heads.join('')}<tbody>${lines.join('')}</table>`;
}

function sortHead({ text, href, sorted }: DrawnSort): string {
  const arrow = sorted ? `<i aria-hidden="true">${sorted === 'ascending' ? '↑' : '↓'}</i>` : '';
  return `<th scope="col"${sorted ? ` aria-sort="${sorted}"` : ''}>${link(href, `${escapeHtml(text)}${arrow}`)}`;
}

function drawRow(row: DrawnRow, columns: readonly DrawnColumn[], words: GradebookPicture['words']): string {
  const group = row.group ? `<small>${clipped(row.group, longestGroup)}</small>` : '';
  const head = `<th scope="row">${link(row.href, clipped(row.name.trim() === '' ? words.noName : row.name))}${group}`;
  const facts = row.facts.map((fact) => `<td>${escapeHtml(fact)}`);
  const short = escapeHtml(row.shortHref);
  const cells = columns.map(({ mark }, at) => drawCell(row.cells[at], `${short}#${escapeHtml(mark)}`, words));
  return `<tr>${head}${facts.join('')}${cells.join('')}`;
}

/** `href` is escaped already: it begins alike in a whole row. */
function drawCell(cell: DrawnCell | undefined, href: string, words: GradebookPicture['words']): string {
  const score = cell?.score ?? { kind: 'none' };
  const share = countedShare(score);
  const kind = score.kind === 'excused' ? ' class=e' : share === null ? '' : ` class=h${heatOf(share)}`;
  const text = score.kind === 'excused' ? words.excused : share === null ? words.none : String(hundredths(share));
  const given = score.kind === 'given' ? '*' : '';
  return `<td${kind}><a href="${href}">${escapeHtml(text)}${given}${cell?.isWaiting ? '…' : ''}</a>`;
}

/** Each text is isolated, so that one that runs from right to left turns nothing but itself round. */
function clipped(text: string, most = longestName): string {
  return `<bdi>${escapeHtml(clipText(text, most))}</bdi>`;
}

/** `inner` is markup. */
function link(href: string | null, inner: string): string {
  return href === null ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`;
}
