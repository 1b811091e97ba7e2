/** The page's colours as a chart needs them: plain values, read when it is drawn. */

export interface ChartColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly axis: string;
  readonly surface: string;
  readonly better: string;
  readonly worse: string;
  readonly total: string;
  readonly hatch: string;
  readonly accent: string;
  /** Lines that must be told apart; each also has its own dash and a label. */
  readonly series: readonly string[];
}

export function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read('--fb-ink'),
    soft: read('--fb-soft'),
    line: read('--fb-line'),
    axis: read('--fb-line-strong'),
    surface: read('--fb-surface'),
    better: read('--fb-bar-better'),
    worse: read('--fb-bar-worse'),
    total: read('--fb-bar-total'),
    hatch: read('--fb-bar-hatch'),
    accent: read('--fb-accent'),
    series: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => read(`--fb-series-${index}`)),
  };
}
