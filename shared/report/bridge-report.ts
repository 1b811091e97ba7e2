/** Bridges as bars: each from where the last one ended, whatever side of zero. */

import type { Mark } from '../domain/mark';
import type { Part, Split } from '../finance/bridge';
import { formatMillions } from '../units/format';
import { inScope } from './gap-view';
import type { Bridge, BridgeStep, GapView } from './table';

export interface BridgeText {
  readonly title: string;
  readonly year: string;
  readonly startLabel: string;
  readonly endLabel: string;
  /** Marks of single steps, by id. */
  readonly marks?: Readonly<Record<string, Mark>>;
}

export function bridgeReport(split: Split, view: GapView, text: BridgeText): Bridge {
  const start = inScope(split.start, view);
  const end = inScope(split.end, view);
  const steps: BridgeStep[] = [
    { id: 'start', label: text.startLabel, kind: 'start', value: start, start: 0, end: start },
  ];
  let level = start;
  for (const part of split.parts) {
    const value = inScope(part.effect, view);
    const mark = text.marks?.[part.id];
    steps.push({
      id: part.id,
      label: part.label,
      kind: 'step',
      value,
      start: level,
      end: level + value,
      ...(mark ? { mark } : {}),
    });
    level += value;
  }
  steps.push({ id: 'end', label: text.endLabel, kind: 'total', value: end, start: 0, end });
  return {
    title: text.title,
    year: text.year,
    scope: view,
    steps,
    imbalance: level - end,
    sentence: sentence(split.parts, view, text, start, end),
  };
}

/** `From −£x to −£y: demand −£a, prices −£b …`, largest first, so that it reads as an answer. */
function sentence(
  parts: readonly Part[],
  view: GapView,
  text: BridgeText,
  start: number,
  end: number,
): string {
  const sorted = parts
    .map((part) => ({ label: part.label, value: inScope(part.effect, view) }))
    .filter((part) => Math.abs(part.value) >= 0.05)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const told = sorted.map(
    (part) => `${part.label} ${formatMillions(part.value, { signed: true })}`,
  );
  const list = told.length > 0 ? `: ${told.join('; ')}` : ', and nothing moves it';
  return `${text.startLabel} ${formatMillions(start)}, ${text.endLabel} ${formatMillions(end)}${list}.`;
}
