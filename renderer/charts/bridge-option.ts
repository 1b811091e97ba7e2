/** A bridge as a chart: each bar from its start to its end, whatever side of zero they lie on. */
import type { CustomSeriesOption } from 'echarts/charts';
import type { TooltipComponentOption } from 'echarts/components';
import type { Bridge } from '../../shared/report/table';
import { formatNumber } from '../../shared/units/format';
import { bridgeBar } from './bridge-bar';
import type { ChartColours } from './chart-colours';
import type { ChartOption } from './chart-option';
import { wrapLabel } from './wrap-label';

type CustomSeriesRenderItem = NonNullable<CustomSeriesOption['renderItem']>;

const WIDEST_BAR = 64;
export const SPLITS = 5;
const MARGIN = { left: 56, right: 16, top: 26 };

export interface AxisBounds {
  readonly min: number;
  readonly max: number;
}

/** From zero, or only as far as the steps reach; either way with room for the figures beyond the bars. */
export function axisBounds({ steps }: Bridge, zoomed: boolean): AxisBounds {
  const levels = steps.map(({ end }) => end);
  const low = Math.min(...levels, ...(zoomed ? [] : [0]));
  const high = Math.max(...levels, ...(zoomed ? [] : [0]));
  const spare = Math.max(high - low, 0.1) * (zoomed ? 0.28 : 0.09);
  return { min: low < 0 || zoomed ? low - spare : 0, max: high > 0 || zoomed ? high + spare : 0 };
}

/** As many decimals as keep the labels of about five steps apart. */
export function axisDecimals({ min, max }: AxisBounds): number {
  const rough = (max - min) / SPLITS;
  return Math.min(Math.max(-Math.floor(Math.log10(rough)), 0), 3);
}

/** True when some step shows as more than 0.0. */
export const somethingMoves = ({ steps }: Bridge): boolean =>
  steps.some(({ kind, value }) => kind === 'step' && Math.abs(value) >= 0.05);

/** True when the steps are so small beside the totals that bars from zero would hide them. */
export function stepsAreSlight(bridge: Bridge): boolean {
  const { steps } = bridge;
  if (!somethingMoves(bridge)) return false;
  const largest = Math.max(...steps.map(({ end }) => Math.abs(end)));
  const moves = steps.filter(({ kind }) => kind === 'step').map(({ value }) => Math.abs(value));
  return largest > 0 && Math.max(0, ...moves) / largest < 0.06;
}

/** Narrower slots than this have no room for a name beneath; the bars then lie in rows, names at the left. */
const NARROWEST_SLOT = 84;

const slotWidth = ({ steps }: Bridge, width: number): number =>
  (width - MARGIN.left - MARGIN.right) / Math.max(steps.length, 1);

/** True when the bridge is told from top to bottom instead of from left to right. */
export const liesInRows = (bridge: Bridge, width: number): boolean =>
  slotWidth(bridge, width) < NARROWEST_SLOT;

export function bridgeOption(
  bridge: Bridge,
  colours: ChartColours,
  width: number,
  zoomed = false,
): ChartOption {
  const { steps } = bridge;
  const bounds = axisBounds(bridge, zoomed);
  const decimals = axisDecimals(bounds);
  const within = (level: number) => Math.min(Math.max(level, bounds.min), bounds.max);
  const slot = slotWidth(bridge, width);
  const labels = steps.map(({ label }) => wrapLabel(label, Math.max(Math.floor(slot / 6.4), 6)));
  const lines = Math.max(...labels.map((label) => label.split('\n').length));
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const index = params.dataIndex;
    const step = steps[index];
    if (!step) return { type: 'group', children: [] };
    const [centre = 0, startY = 0] = api.coord([index, within(step.start)]);
    const [, endY = 0] = api.coord([index, within(step.end)]);
    const barWidth = Math.min(slot * 0.62, WIDEST_BAR);
    const isLast = index === steps.length - 1;
    return bridgeBar(
      step,
      {
        centre,
        width: barWidth,
        startY,
        endY,
        isCut: within(step.start) !== step.start,
        ...(!isLast && { nextCentre: centre + slot }),
      },
      colours,
    ) as ReturnType<CustomSeriesRenderItem>;
  };
  return {
    animation: false,
    grid: { ...MARGIN, bottom: 18 + lines * 15 },
    xAxis: {
      type: 'category',
      data: labels,
      axisTick: { show: false },
      // The labels stand at the foot, clear of bars that hang below zero.
      axisLine: { show: false },
      axisLabel: {
        interval: 0,
        color: colours.ink,
        fontFamily: 'Inter Variable, sans-serif',
        fontSize: 11.5,
        lineHeight: 15,
        margin: 14,
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: SPLITS,
      min: bounds.min,
      max: bounds.max,
      axisLabel: {
        color: colours.soft,
        fontFamily: 'Inter Variable, sans-serif',
        fontSize: 11.5,
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
        encode: { x: 0, y: [1, 2] },
        data: steps.map((step, index) => [index, step.start, step.end]),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.soft, type: 'solid', width: 1 },
          data: zoomed ? [] : [{ yAxis: 0 }],
        },
      },
    ],
  };
}

/** A bar's name in full and its amount. */
export const bridgeTooltip = (
  { steps }: Bridge,
  colours: ChartColours,
): TooltipComponentOption => ({
  trigger: 'item',
  confine: true,
  backgroundColor: colours.surface,
  borderColor: colours.axis,
  textStyle: { color: colours.ink, fontFamily: 'Inter Variable, sans-serif', fontSize: 12 },
  // Plain text: labels are people's words, and the library would read them as markup.
  renderMode: 'richText',
  formatter: (item) => {
    const step = Array.isArray(item) ? undefined : steps[item.dataIndex];
    if (!step) return '';
    const signed = step.kind === 'step';
    return `${step.label}\n${formatNumber(step.value, { signed })} £m${step.mark ? ` (${step.mark})` : ''}`;
  },
});
