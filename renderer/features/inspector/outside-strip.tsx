/** Has anyone ever done this? The value beside what plans assumed and what was delivered elsewhere. */
import { useMemo } from 'react';
import type { OutsideView } from '../../../shared/domain/evidence';
import type { Explanation } from '../../../shared/report/view-types';
import { outsideStanding, type Range, viewOf } from '../../../shared/stress/outside-view';
import { parseUnit } from '../../../shared/units/unit';
import { useApp } from '../../store/use-app';
import { formatCell } from '../../ui/format-cell';
import { EvidenceText } from './evidence-text';
import { stripOf } from './strip-scale';

export function OutsideStrip({ shown }: { readonly shown: Explanation }) {
  const catalogue = useApp((state) => state.catalogue);
  const { value, unit, line, at } = shown;
  const told = useMemo(() => {
    const view = catalogue ? viewOf(catalogue.outsideViews, line, at) : undefined;
    const parsed = parseUnit(unit);
    if (!catalogue || !view || !parsed.ok || value === null || !Number.isFinite(value)) return null;
    const rows = new Map(catalogue.evidence.map((row) => [row.id, row]));
    const standing = outsideStanding(value, view, rows, parsed.value);
    return { view, value, standing, strip: stripOf(value, standing) };
  }, [catalogue, line, at, value, unit]);
  if (!told) return null;
  const { standing, strip, view } = told;
  const range = (each: Range) =>
    each.low === each.high
      ? formatCell(each.low, unit)
      : `${formatCell(each.low, unit)} to ${formatCell(each.high, unit)}`;
  return (
    <section className="fb-outside">
      <h3>Has anyone done this?</h3>
      {standing.sentence ? (
        <p className="fb-outside-sentence">
          <EvidenceText text={standing.sentence} />
        </p>
      ) : null}
      {standing.delivered || standing.planned ? (
        <>
          <div className="fb-outside-strip" aria-hidden="true">
            <span className="fb-outside-zero" style={{ left: `${strip.zero * 100}%` }} />
            {strip.planned ? <Span range={strip.planned} kind="planned" /> : null}
            {strip.delivered ? <Span range={strip.delivered} kind="delivered" /> : null}
            <span className="fb-outside-value" style={{ left: `${strip.value * 100}%` }} />
          </div>
          <dl className="fb-outside-key">
            <dt>
              <span className="fb-outside-mark fb-outside-mark-value" aria-hidden="true" />
              Here
            </dt>
            <dd>{formatCell(told.value, unit)}</dd>
            {standing.delivered ? (
              <>
                <dt>
                  <span className="fb-outside-mark fb-outside-mark-delivered" aria-hidden="true" />
                  Delivered
                </dt>
                <dd>{range(standing.delivered)}</dd>
              </>
            ) : null}
            {standing.planned ? (
              <>
                <dt>
                  <span className="fb-outside-mark fb-outside-mark-planned" aria-hidden="true" />
                  Planned
                </dt>
                <dd>{range(standing.planned)}</dd>
              </>
            ) : null}
          </dl>
        </>
      ) : null}
      <Cited view={view} />
    </section>
  );
}

function Cited({ view }: { readonly view: OutsideView }) {
  const lists = [
    ['Delivered in', view.delivered],
    ['Planned in', view.planned],
    ['Bears on it', view.context],
  ] as const;
  return lists
    .filter(([, ids]) => ids.length > 0)
    .map(([words, ids]) => (
      <p key={words} className="fb-outside-cited">
        {words} <EvidenceText text={ids.join(', ')} />
      </p>
    ));
}

interface SpanProps {
  readonly range: Range;
  readonly kind: 'planned' | 'delivered';
}

function Span({ range, kind }: SpanProps) {
  return (
    <span
      className={`fb-outside-span fb-outside-${kind}`}
      style={{ left: `${range.low * 100}%`, width: `${(range.high - range.low) * 100}%` }}
    />
  );
}
