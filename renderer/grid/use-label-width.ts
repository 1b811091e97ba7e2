/** The label column takes what the years leave, within bounds that keep both readable. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Beside ranges and sources, which may lie beyond the edge, a year keeps room for large counts. */
const DETAILED_YEAR = 90;
const YEAR = 80;
const SCROLL_BAR = 12;
const NARROWEST = 220;
const WIDEST = 460;
/** Low, high and the narrowest source. */
const DETAIL = 340;

export function useLabelWidth(
  wrapper: RefObject<HTMLElement | null>,
  columns: number,
  detail: boolean,
): number {
  const [width, setWidth] = useState(340);
  useLayoutEffect(() => {
    const element = wrapper.current;
    if (!element) return;
    const measure = () => {
      const left =
        element.clientWidth -
        columns * (detail ? DETAILED_YEAR : YEAR) -
        (detail ? DETAIL : SCROLL_BAR);
      // Ranges and sources may lie beyond the edge; years should not.
      const least = detail ? Math.min(element.clientWidth * 0.36, 300) : NARROWEST;
      setWidth(Math.round(Math.min(Math.max(left, least, NARROWEST), WIDEST)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [wrapper, columns, detail]);
  return width;
}
