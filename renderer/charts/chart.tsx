/**
 * One chart: drawn as SVG, redrawn when its data, size or colour scheme change. It is a picture with a
 * name; the numbers behind it stand in a table beneath, which is where a reader without sight is sent.
 */
import { useComputedColorScheme } from '@mantine/core';
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type ChartColours, readColours } from './chart-colours';
import type { ChartOption } from './chart-option';

use([CustomChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface ChartProps {
  /** What the picture shows, in a sentence. */
  readonly label: string;
  /** In pixels, or by the width there is. */
  readonly height: number | ((width: number) => number);
  readonly option: (colours: ChartColours, width: number) => ChartOption;
}

export function Chart({ label, height, option }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    chart.current = init(element, null, { renderer: 'svg' });
    return () => chart.current?.dispose();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which the scheme changes.
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const draw = () => {
      const width = element.clientWidth;
      element.style.height = `${typeof height === 'number' ? height : height(width)}px`;
      chart.current?.resize();
      if (width > 0) chart.current?.setOption(option(readColours(), width), { notMerge: true });
    };
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    draw();
    return () => observer.disconnect();
  }, [option, height, scheme]);

  return <div ref={holder} className="fb-chart" role="img" aria-label={label} />;
}
