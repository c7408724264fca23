export type Place = { readonly row: number; readonly column: number };
type Pressed = { readonly key: string; readonly toCorner: boolean; readonly isMirrored: boolean };
type Size = { readonly rows: number; readonly columns: number };

/** How far PageUp and PageDown go. */
const page = 10;

/** Where a key leads from a cell; undefined: it is no key of the grid's. At the edge one stays. */
export function moved(from: Place, { key, toCorner, isMirrored }: Pressed, { rows, columns }: Size): Place | undefined {
  const ahead = isMirrored ? -1 : 1;
  const to = (row: number, column: number): Place => ({ row: within(row, rows), column: within(column, columns) });
  if (toCorner && key !== 'Home' && key !== 'End') return undefined;
  switch (key) {
    case 'ArrowRight':
      return to(from.row, from.column + ahead);
    case 'ArrowLeft':
      return to(from.row, from.column - ahead);
    case 'ArrowDown':
      return to(from.row + 1, from.column);
    case 'ArrowUp':
      return to(from.row - 1, from.column);
    case 'PageDown':
      return to(from.row + page, from.column);
    case 'PageUp':
      return to(from.row - page, from.column);
    case 'Home':
      return to(toCorner ? 0 : from.row, 0);
    case 'End':
      return to(toCorner ? rows - 1 : from.row, columns - 1);
    default:
      return undefined;
  }
}

function within(at: number, count: number): number {
  return Math.min(Math.max(at, 0), Math.max(count - 1, 0));
}
