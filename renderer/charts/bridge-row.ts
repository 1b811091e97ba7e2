/** The shapes of one bar of a bridge that lies in rows: the same as standing bars, turned. */
import type { BridgeStep } from '../../shared/report/table';
import { body, figure, type Rectangle } from './bridge-bar';
import type { ChartColours } from './chart-colours';

export interface RowPlace {
  /** Middle and height of the bar, in pixels. */
  readonly centre: number;
  readonly height: number;
  readonly startX: number;
  readonly endX: number;
  /** True when the axis ends before the bar does, as it may for a total. */
  readonly isCut: boolean;
  /** Middle of the next row; absent on the last. */
  readonly nextCentre?: number;
}

export function bridgeRow(step: BridgeStep, place: RowPlace, colours: ChartColours) {
  const { centre, height, startX, endX, isCut, nextCentre } = place;
  const left = Math.min(startX, endX);
  // A step of nothing still shows where it stands.
  const width = Math.max(Math.abs(endX - startX), 1.5);
  const shape = { x: left, y: centre - height / 2, width, height };
  // The figure stands on the side the bar moved to, where the next bar does not begin.
  const isRight = step.value >= 0;
  const connector = nextCentre !== undefined && {
    type: 'line' as const,
    shape: { x1: endX, y1: centre + height / 2, x2: endX, y2: nextCentre - height / 2 },
    style: { stroke: colours.soft, lineWidth: 1, lineDash: [2, 3] },
    silent: true,
  };
  return {
    type: 'group' as const,
    children: [
      ...(connector ? [connector] : []),
      ...body(step, shape, colours),
      ...(isCut ? tear(shape, startX, colours.surface) : []),
      figure(step, colours, {
        x: isRight ? left + width + 6 : left - 6,
        y: centre,
        align: isRight ? 'left' : 'right',
        verticalAlign: 'middle',
      }),
    ],
  };
}

/** Two slanted gaps near the end where the bar is cut, so that nobody reads its length as its size. */
function tear(bar: Rectangle, cutX: number, colour: string) {
  const inward = cutX <= bar.x + bar.width / 2 ? 1 : -1;
  return [10, 17].map((distance) => {
    const x = cutX + inward * distance;
    return {
      type: 'line' as const,
      shape: { x1: x - 4, y1: bar.y + bar.height + 2, x2: x + 4, y2: bar.y - 2 },
      style: { stroke: colour, lineWidth: 2.5 },
      silent: true,
    };
  });
}
