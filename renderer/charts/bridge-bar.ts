/** The shapes of one bar of a bridge, from two pixel levels; the same below, above and across zero. */
import type { BridgeStep } from '../../shared/report/table';
import { formatNumber } from '../../shared/units/format';
import type { ChartColours } from './chart-colours';

export interface BarPlace {
  /** Centre and width of the slot, in pixels. */
  readonly centre: number;
  readonly width: number;
  readonly startY: number;
  readonly endY: number;
  /** True when the axis ends before the bar does, as it may for a total. */
  readonly isCut: boolean;
  /** Centre of the next slot; absent on the last bar. */
  readonly nextCentre?: number;
}

/** In pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const HATCH_GAP = 7;

export function barColour(step: BridgeStep, colours: ChartColours): string {
  if (step.kind !== 'step') return colours.total;
  return step.value < 0 ? colours.worse : colours.better;
}

export function bridgeBar(step: BridgeStep, place: BarPlace, colours: ChartColours) {
  const { centre, width, startY, endY, isCut, nextCentre } = place;
  const top = Math.min(startY, endY);
  // A step of nothing still shows where it stands.
  const height = Math.max(Math.abs(endY - startY), 1.5);
  const shape = { x: centre - width / 2, y: top, width, height };
  const above = labelAbove(step);
  const connector = nextCentre !== undefined && {
    type: 'line' as const,
    shape: { x1: centre + width / 2, y1: endY, x2: nextCentre - width / 2, y2: endY },
    style: { stroke: colours.soft, lineWidth: 1, lineDash: [2, 3] },
    silent: true,
  };
  return {
    type: 'group' as const,
    children: [
      ...(connector ? [connector] : []),
      ...body(step, shape, colours),
      ...(isCut ? tear(shape, startY, colours.surface) : []),
      figure(step, colours, {
        x: centre,
        y: above ? top - 5 : top + height + 5,
        align: 'center',
        verticalAlign: above ? 'bottom' : 'top',
      }),
    ],
  };
}

/** The bar itself, hatched where its figure is calibrated. */
export const body = (step: BridgeStep, shape: Rectangle, colours: ChartColours) => [
  {
    type: 'rect' as const,
    shape: { ...shape, r: 1 },
    style: { fill: barColour(step, colours) },
  },
  ...(step.mark === 'calibrated' ? hatch(shape, colours.hatch) : []),
];

interface FigurePlace {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
}

/** The amount beside a bar. */
export const figure = (step: BridgeStep, colours: ChartColours, place: FigurePlace) => ({
  type: 'text' as const,
  style: {
    text: formatNumber(step.value, { signed: step.kind === 'step' }),
    ...place,
    fill: colours.ink,
    fontFamily: 'Inter Variable, sans-serif',
    fontSize: 12,
    fontWeight: 600,
  },
  silent: true,
});

/** A label stands beyond the end its bar moved to, where the next bar does not begin. */
const labelAbove = (step: BridgeStep): boolean => step.value >= 0;

/** Diagonal strokes clipped to the bar, drawn rather than patterned so that they print and export. */
function hatch(bar: Rectangle, colour: string) {
  const strokes = [];
  for (let offset = HATCH_GAP; offset < bar.width + bar.height; offset += HATCH_GAP) {
    const fromX = Math.min(offset, bar.width);
    const fromY = offset - fromX;
    const toY = Math.min(offset, bar.height);
    const toX = offset - toY;
    strokes.push({
      type: 'line' as const,
      shape: { x1: bar.x + fromX, y1: bar.y + fromY, x2: bar.x + toX, y2: bar.y + toY },
      style: { stroke: colour, lineWidth: 1.5 },
      silent: true,
    });
  }
  return strokes;
}

/** Two slanted gaps near the end where the bar is cut, so that nobody reads its length as its size. */
function tear(bar: Rectangle, cutY: number, colour: string) {
  const inward = cutY <= bar.y + bar.height / 2 ? 1 : -1;
  return [10, 17].map((distance) => {
    const y = cutY + inward * distance;
    return {
      type: 'line' as const,
      shape: { x1: bar.x - 2, y1: y + 4, x2: bar.x + bar.width + 2, y2: y - 4 },
      style: { stroke: colour, lineWidth: 2.5 },
      silent: true,
    };
  });
}
