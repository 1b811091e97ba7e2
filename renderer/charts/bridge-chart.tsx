/** A bridge with its sentence and its table: the same numbers three ways. */
import { SegmentedControl } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { Bridge, BridgeStep } from '../../shared/report/table';
import { formatNumber } from '../../shared/units/format';
import { Chip } from '../ui/chip';
import { bridgeOption, liesInRows, somethingMoves, stepsAreSlight } from './bridge-option';
import { bridgeRowsOption, rowsHeight } from './bridge-rows-option';
import { Chart } from './chart';
import type { ChartColours } from './chart-colours';
import './charts.css';

interface BridgeChartProps {
  readonly bridge: Bridge;
  readonly height?: number;
}

export function BridgeChart({ bridge, height = 330 }: BridgeChartProps) {
  const [wish, setWish] = useState<'zero' | 'steps' | null>(null);
  const moves = somethingMoves(bridge);
  // From zero unless the steps would vanish; whoever chose stays with the choice.
  const zoomed = moves && (wish ?? (stepsAreSlight(bridge) ? 'steps' : 'zero')) === 'steps';
  const option = useCallback(
    (colours: ChartColours, width: number) =>
      (liesInRows(bridge, width) ? bridgeRowsOption : bridgeOption)(bridge, colours, width, zoomed),
    [bridge, zoomed],
  );
  const heightOf = useCallback(
    (width: number) => (liesInRows(bridge, width) ? rowsHeight(bridge) : height),
    [bridge, height],
  );
  return (
    <figure className="fb-figure">
      <div className="fb-figure-tools">
        {zoomed ? (
          <span className="fb-soft">The axis does not start at zero; the cut bars are longer.</span>
        ) : null}
        <SegmentedControl
          size="xs"
          aria-label="Scale of the bridge"
          value={zoomed ? 'steps' : 'zero'}
          onChange={(value) => setWish(value === 'steps' ? 'steps' : 'zero')}
          data={[
            { value: 'zero', label: 'From zero' },
            { value: 'steps', label: 'Steps only', disabled: !moves },
          ]}
        />
      </div>
      <Chart
        label={`${bridge.title}, £ million, ${bridge.year}. ${bridge.sentence}`}
        height={heightOf}
        option={option}
      />
      <figcaption className="fb-hidden">{bridge.sentence}</figcaption>
      <details className="fb-figure-data">
        <summary>The bridge as a table</summary>
        <table className="fb-table">
          <caption className="fb-hidden">{bridge.title}</caption>
          <thead>
            <tr>
              <th scope="col">£m, {bridge.year}</th>
              <th scope="col" className="fb-number">
                Effect
              </th>
              <th scope="col" className="fb-number">
                Position after it
              </th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {bridge.steps.map((step) => (
              <StepRow key={step.id} step={step} />
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function StepRow({ step }: { readonly step: BridgeStep }) {
  const isStep = step.kind === 'step';
  return (
    <tr className={isStep ? undefined : 'fb-strong'}>
      <th scope="row">{step.label}</th>
      <td className={step.value < 0 ? 'fb-number fb-worse' : 'fb-number fb-better'}>
        {isStep ? formatNumber(step.value, { signed: true }) : ''}
      </td>
      <td className={step.end < 0 ? 'fb-number fb-worse' : 'fb-number'}>
        {formatNumber(step.end)}
      </td>
      <td>
        {step.mark && step.mark !== 'verified' ? <Chip text={step.mark} /> : null} {step.note}
      </td>
    </tr>
  );
}
