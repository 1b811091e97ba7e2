/** A bridge of many steps: a row for each, its name at the left, read from top to bottom. */
import type { CustomSeriesOption } from 'echarts/charts';
import type { Bridge } from '../../shared/report/table';
import { formatNumber } from '../../shared/units/format';
import { axisBounds, axisDecimals, bridgeTooltip, SPLITS } from './bridge-option';
import { bridgeRow } from './bridge-row';
import type { ChartColours } from './chart-colours';
import type { ChartOption } from './chart-option';

type CustomSeriesRenderItem = NonNullable<CustomSeriesOption['renderItem']>;

const ROW = 24;
const BAR = 14;
const MARGIN = { right: 28, top: 8, bottom: 30 };

/** As high as its rows need. */
export const rowsHeight = ({ steps }: Bridge): number =>
  MARGIN.top + MARGIN.bottom + steps.length * ROW;

export function bridgeRowsOption(
  bridge: Bridge,
  colours: ChartColours,
  width: number,
  zoomed = false,
): ChartOption {
  const { steps } = bridge;
  const names = Math.min(260, width * 0.36);
  const near = axisBounds(bridge, zoomed);
  // A figure is wider than it is high, so it needs more room beyond its bar than a standing bar leaves.
  const spare = ((near.max - near.min) * 64) / Math.max(width - names - MARGIN.right, 1);
  const bounds = {
    min: near.min < 0 ? near.min - spare : near.min,
    max: near.max > 0 || zoomed ? near.max + spare : near.max,
  };
  const decimals = axisDecimals(bounds);
  const within = (level: number) => Math.min(Math.max(level, bounds.min), bounds.max);
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const step = steps[params.dataIndex];
    if (!step) return { type: 'group', children: [] };
    const [startX = 0, centre = 0] = api.coord([within(step.start), params.dataIndex]);
    const [endX = 0] = api.coord([within(step.end), params.dataIndex]);
    return bridgeRow(
      step,
      {
        centre,
        height: BAR,
        startX,
        endX,
        isCut: within(step.start) !== step.start,
        ...(params.dataIndex < steps.length - 1 && { nextCentre: centre + ROW }),
      },
      colours,
    ) as ReturnType<CustomSeriesRenderItem>;
  };
  const text = { fontFamily: 'Inter Variable, sans-serif', fontSize: 12 };
  return {
    animation: false,
    grid: { ...MARGIN, left: names },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        ...text,
        interval: 0,
        color: colours.ink,
        width: names - 16,
        overflow: 'truncate',
        margin: 12,
      },
    },
    xAxis: {
      type: 'value',
      splitNumber: SPLITS,
      min: bounds.min,
      max: bounds.max,
      axisLabel: {
        ...text,
        fontSize: 11.5,
        color: colours.soft,
        // The ends of the axis stand where the room ends, not on a round number.
        showMinLabel: false,
        showMaxLabel: bounds.max === 0,
        formatter: (value: number) => formatNumber(value, { decimals }),
      },
      splitLine: { lineStyle: { color: colours.line } },
    },
    tooltip: bridgeTooltip(bridge, colours),
    series: [
      {
        type: 'custom',
        name: bridge.title,
        renderItem,
        encode: { x: [1, 2], y: 0 },
        data: steps.map((step, index) => [index, step.start, step.end]),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.soft, type: 'solid', width: 1 },
          data: zoomed ? [] : [{ xAxis: 0 }],
        },
      },
    ],
  };
}
