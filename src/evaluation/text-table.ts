/** Stands where there is nothing to tell. */
export const NONE = "–";

/** A column of a table about some rows. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => string];

/** Writes named rows as a table for a terminal, without columns that would be empty. */
export function textTable<Row>(named: ReadonlyMap<string, Row>, columns: readonly Column<Row>[]): string {
  const shown = columns.filter(([, cell]) => [...named.values()].some((row) => cell(row) !== NONE));
  const rows = [
    ["", ...shown.map(([heading]) => heading)],
    ...[...named].map(([name, row]) => [name, ...shown.map(([, cell]) => cell(row))]),
  ];
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)), []);
  return rows.map((row) => row.map((cell, at) => pad(cell, widths[at] ?? 0, at === 0)).join("  ")).join("\n");
}

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}

/** Writes a figure, or that there is none. */
export function decimals(value: number | undefined, digits: number): string {
  return value === undefined ? NONE : value.toFixed(digits);
}
