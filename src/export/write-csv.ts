/**
 * What makes a spreadsheet take a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection, full-width forms
 * included.
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as CSV (RFC 4180: comma, CRLF between rows). Words that a spreadsheet would run as a formula get an apostrophe before them.
 * Written here rather than taken from a package, since those come with a loader that could open connections.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(writeCell).join(',')).join('\r\n');
}

function writeCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const words = FORMULA_START.test(value) ? `'${value}` : value;
  return words !== value || /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
