/** Tables for a terminal: labels to the left, numbers to the right, nothing wider than it needs to be. */

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
}

/** Lays out rows; `rules` are indexes before which a line is drawn. */
export function terminalTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  rules: readonly number[] = [],
): string {
  // A name with a line break must not pass for another row.
  const table = rows.map((row) => row.map((text) => text.replace(/[\r\n]+/g, ' ')));
  const widths = columns.map((column, i) =>
    Math.max(column.title.length, ...table.map((row) => [...(row[i] ?? '')].length), 0),
  );
  const cell = (text: string, i: number): string => {
    const pad = ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...text].length));
    return columns[i]?.right ? pad + text : text + pad;
  };
  const line = (cells: readonly string[]) => cells.map(cell).join('  ').trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const body = table.flatMap((row, i) => (rules.includes(i) ? [rule, line(row)] : [line(row)]));
  return [line(columns.map((column) => column.title)), rule, ...body].join('\n');
}

/** Wraps prose to a width, breaking between words. */
export function wrap(text: string, width = 100): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current !== '' && current.length + word.length + 1 > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}
