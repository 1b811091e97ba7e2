/** Financial years run April to March; 2015 stands for 2015/16. */

/** The calendar year in which the financial year begins. */
export type FinancialYear = number;

/** `2015` -> `2015/16`. */
export function yearLabel(year: FinancialYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** `2015/16`, `2015-16` or `2015_16` -> 2015; undefined when the text is not two consecutive years. */
export function parseYear(text: string): FinancialYear | undefined {
  const match = /^(\d{4})[/_-](\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  return (year + 1) % 100 === Number(match[2]) ? year : undefined;
}

/** Every financial year from `first` to `last`, both included. */
export function yearsBetween(first: FinancialYear, last: FinancialYear): FinancialYear[] {
  const years: FinancialYear[] = [];
  for (let year = first; year <= last; year += 1) years.push(year);
  return years;
}
