/** The gap by year of every scenario, with the same numbers in a table. */
import { useCallback } from 'react';
import { formatNumber } from '../../shared/units/format';
import { Chart } from './chart';
import type { ChartColours } from './chart-colours';
import { type GapLine, gapOption } from './gap-option';
import './charts.css';

interface GapChartProps {
  readonly label: string;
  readonly lines: readonly GapLine[];
  readonly years: readonly string[];
  readonly height?: number;
}

export function GapChart({ label, lines, years, height = 280 }: GapChartProps) {
  const option = useCallback(
    (colours: ChartColours, width: number) => gapOption(lines, years, colours, { width, height }),
    [lines, years, height],
  );
  return (
    <figure className="fb-figure">
      <Chart label={label} height={height} option={option} />
      <details className="fb-figure-data">
        <summary>The gap by year as a table</summary>
        <table className="fb-table">
          <caption className="fb-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">£m</th>
              {years.map((year) => (
                <th key={year} scope="col" className="fb-number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className={line.emphasis ? 'fb-strong' : undefined}>
                <th scope="row">{line.name}</th>
                {line.values.map((value, index) => (
                  <td key={years[index]} className={value < 0 ? 'fb-number fb-worse' : 'fb-number'}>
                    {formatNumber(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
