/** The gap by year, a line for each scenario, named at its right-hand end instead of in a legend. */
import { formatNumber } from '../../shared/units/format';
import type { ChartColours } from './chart-colours';
import type { ChartOption } from './chart-option';
import { niceScale, spreadNames } from './gap-scale';

export interface GapLine {
  readonly id: string;
  readonly name: string;
  /** £m for each year, a shortfall negative. */
  readonly values: readonly number[];
  /** The scenario on show is drawn heavier than the others. */
  readonly emphasis: boolean;
}

const DASHES = ['solid', [6, 3], [2, 3], [9, 3, 2, 3], [4, 2], [1, 2]] as const;

/** Colours come round after some lines; the dash then moves on, so that no two lines look the same. */
const dashOf = (index: number, colours: number) =>
  DASHES[(index + Math.floor(index / Math.max(colours, 1))) % DASHES.length] ?? 'solid';

const TOP = 16;
const BOTTOM = 34;
const NAME_ROOM = 16;

export function gapOption(
  lines: readonly GapLine[],
  years: readonly string[],
  colours: ChartColours,
  size: { readonly width: number; readonly height: number },
): ChartOption {
  const names = Math.min(Math.max(size.width * 0.24, 110), 230);
  const scale = niceScale(lines.flatMap(({ values }) => values));
  const plot = size.height - TOP - BOTTOM;
  const ends = lines.map(
    ({ values }) => TOP + ((scale.max - (values.at(-1) ?? 0)) / (scale.max - scale.min)) * plot,
  );
  const moves = spreadNames(ends, NAME_ROOM, TOP, TOP + plot);
  return {
    animation: false,
    grid: { left: 56, right: names, top: TOP, bottom: BOTTOM },
    xAxis: {
      type: 'category',
      data: [...years],
      boundaryGap: false,
      axisLine: { onZero: false, lineStyle: { color: colours.axis } },
      axisTick: { show: false },
      axisLabel: {
        color: colours.ink,
        fontFamily: 'Inter Variable, sans-serif',
        fontSize: 11.5,
        margin: 12,
      },
    },
    yAxis: {
      type: 'value',
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      axisLabel: {
        color: colours.soft,
        fontFamily: 'Inter Variable, sans-serif',
        fontSize: 11.5,
        formatter: (value: number) =>
          formatNumber(value, { decimals: Number.isInteger(scale.step) ? 0 : 1 }),
      },
      splitLine: { lineStyle: { color: colours.line } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      renderMode: 'richText',
      backgroundColor: colours.surface,
      borderColor: colours.axis,
      textStyle: { color: colours.ink, fontFamily: 'Inter Variable, sans-serif', fontSize: 12 },
      valueFormatter: (value) => `${formatNumber(Number(value))} £m`,
    },
    series: lines.map((line, index) => ({
      type: 'line' as const,
      name: line.name,
      data: [...line.values],
      symbol: 'circle',
      symbolSize: line.emphasis ? 7 : 5,
      itemStyle: { color: colours.series[index % colours.series.length] ?? colours.accent },
      lineStyle: {
        width: line.emphasis ? 3 : 1.75,
        type: (line.emphasis ? 'solid' : dashOf(index, colours.series.length)) as 'solid',
      },
      endLabel: {
        show: true,
        formatter: line.name,
        color: colours.series[index % colours.series.length] ?? colours.ink,
        offset: [0, moves[index] ?? 0],
        fontFamily: 'Inter Variable, sans-serif',
        fontSize: 11.5,
        fontWeight: line.emphasis ? (650 as unknown as 'bold') : 'normal',
        width: names - 18,
        overflow: 'truncate' as const,
        distance: 10,
      },
      z: line.emphasis ? 3 : 2,
    })),
  };
}
