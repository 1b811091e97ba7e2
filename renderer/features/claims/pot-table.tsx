/** The pots savings are drawn from: what each holds, what is claimed of it, what is counted. */
import { Fragment, useState } from 'react';
import type { PotRow } from '../../../shared/report/claims-view';
import { formatNumber } from '../../../shared/units/format';
import { countOf } from '../../../shared/units/words';
import { Icon } from '../../ui/icons';
import { Section } from '../../ui/section';
import { claimedShare, potGroups, potName, shareWords } from './claims-words';

interface PotTableProps {
  readonly pots: readonly PotRow[];
  readonly year: string;
}

export function PotTable({ pots, year }: PotTableProps) {
  return (
    <Section
      title="The pots"
      lead="A pot is money that several schemes can draw on. Claimed is what each scheme would save alone; counted is what is left when they run together. Open a pot to see who claims it."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard. */}
      <section className="fb-scroll" tabIndex={0} aria-label="The pots">
        <table className="fb-table fb-pot-table">
          <caption className="fb-hidden">Pots, £ million, {year}</caption>
          <thead>
            <tr>
              <th scope="col">£m, {year}</th>
              <th scope="col" className="fb-number">
                Holds
              </th>
              <th scope="col" className="fb-number">
                Claimed
              </th>
              <th scope="col" className="fb-number">
                Counted
              </th>
              <th scope="col">Claims against what it holds</th>
            </tr>
          </thead>
          <tbody>
            {potGroups(pots).map(({ title, pots: group, slight }) => (
              <Fragment key={title}>
                <tr className="fb-strong">
                  <th scope="rowgroup" colSpan={5}>
                    {title}
                  </th>
                </tr>
                {group.map((pot) => (
                  <PotLines key={pot.id} pot={pot} />
                ))}
                {slight > 0 ? (
                  <tr>
                    <th scope="row" colSpan={5} className="fb-soft">
                      {countOf(slight, 'pot')}
                      {group.length > 0 ? ' more' : ''} with less than £0.05m claimed of{' '}
                      {slight === 1 ? 'it' : 'each'}
                    </th>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function PotLines({ pot }: { readonly pot: PotRow }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="fb-pot-name"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={13} />
            {potName(pot)}
          </button>
        </th>
        <td className="fb-number">{formatNumber(pot.holds)}</td>
        <td className="fb-number">{formatNumber(pot.claimed)}</td>
        <td className="fb-number">
          <Counted value={pot.counted} />
        </td>
        <td>
          <PotBar pot={pot} />
        </td>
      </tr>
      {open
        ? pot.claims.map((claim) => (
            <tr key={claim.scheme} className="fb-pot-part">
              <th scope="row">{claim.scheme}</th>
              <td />
              <td className="fb-number">{formatNumber(claim.claimed)}</td>
              <td className="fb-number">
                <Counted value={claim.counted} />
              </td>
              <td className="fb-soft">claims it</td>
            </tr>
          ))
        : null}
      {open
        ? pot.parts.map((part) => (
            <tr key={part.label} className="fb-pot-part">
              <th scope="row">{part.label}</th>
              <td className="fb-number">{formatNumber(part.holds)}</td>
              <td className="fb-number">{formatNumber(part.claimed)}</td>
              <td />
              <td className="fb-soft">holds part of it</td>
            </tr>
          ))
        : null}
    </>
  );
}

/** Where claims are only held against a pot, nothing is counted there: another pot counts it. */
function Counted({ value }: { readonly value: number }) {
  return value === 0 ? <span className="fb-soft">–</span> : formatNumber(value);
}

/** The bar says what the words beside it say. */
function PotBar({ pot }: { readonly pot: PotRow }) {
  const share = claimedShare(pot) ?? 0;
  const isOver = share > 1 + 1e-9;
  return (
    <span className="fb-pot-share">
      <span className="fb-pot-bar" aria-hidden="true">
        <span
          className={isOver ? 'fb-pot-fill fb-pot-over' : 'fb-pot-fill'}
          style={{ width: `${Math.min(share, 1) * 100}%` }}
        />
      </span>
      <span className={isOver ? 'fb-worse' : 'fb-soft'}>{shareWords(pot)}</span>
    </span>
  );
}
