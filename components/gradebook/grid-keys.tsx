'use client';

import { useEffect } from 'react';
import { moved } from './grid-move';

type Props = {
  /** The id of the table. */
  table: string;
};

/**
 * Makes one stop of a table of links: arrow keys, Home and End (with Ctrl to the corners), PageUp and PageDown go from cell to cell, Enter opens
 * as it does on any link. Without scripts it stays a table of links.
 */
export function GridKeys({ table }: Props) {
  useEffect(() => {
    const grid = document.getElementById(table);
    if (!(grid instanceof HTMLTableElement)) return;
    const leave = new AbortController();
    const { signal } = leave;
    let here = stopOf(grid.rows[0]?.cells[0]);
    // The place is kept while somebody goes to a learner and comes back.
    for (const link of grid.querySelectorAll('a')) link.tabIndex = -1;
    here.tabIndex = 0;
    grid.setAttribute('role', 'grid');

    grid.addEventListener(
      'focusin',
      ({ target }) => {
        const cell = target instanceof Element ? target.closest('td, th') : null;
        if (!(cell instanceof HTMLTableCellElement)) return;
        here.tabIndex = -1;
        here = stopOf(cell);
        here.tabIndex = 0;
      },
      { signal },
    );

    grid.addEventListener(
      'keydown',
      (event) => {
        const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
        if (!(cell instanceof HTMLTableCellElement) || event.altKey || event.metaKey) return;
        const row = cell.parentElement instanceof HTMLTableRowElement ? cell.parentElement.rowIndex : 0;
        const size = { rows: grid.rows.length, columns: grid.rows[0]?.cells.length ?? 0 };
        const isMirrored = getComputedStyle(grid).direction === 'rtl';
        const to = moved(
          { row, column: cell.cellIndex },
          { key: event.key, toCorner: event.ctrlKey, isMirrored },
          size,
        );
        if (!to) return;
        event.preventDefault();
        stopOf(grid.rows[to.row]?.cells[to.column]).focus();
      },
      { signal },
    );
    return () => leave.abort();
  }, [table]);
  return null;
}

/** What of a cell takes the focus: its link, or itself. */
function stopOf(cell: HTMLTableCellElement | undefined): HTMLElement {
  const stop = cell?.querySelector('a') ?? cell ?? document.createElement('td');
  if (!stop.hasAttribute('tabindex')) stop.tabIndex = -1;
  return stop;
}
