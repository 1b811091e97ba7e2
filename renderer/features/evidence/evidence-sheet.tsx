/** Every finding the model rests on: what was found, of whom, how, and where it is written. */
import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type EvidenceRow, STRENGTH_MEANING } from '../../../shared/domain/evidence';
import { MARK_MEANING } from '../../../shared/domain/mark';
import { sheetLabel } from '../../store/sheets';
import { useApp } from '../../store/use-app';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icons';
import { effectWords, matchingEvidence, valueWords } from './evidence-words';
import './evidence.css';

const NONE: readonly EvidenceRow[] = [];

export function EvidenceSheet() {
  const rows = useApp((state) => state.catalogue?.evidence) ?? NONE;
  const finding = useApp((state) => state.finding);
  const showSheet = useApp((state) => state.showSheet);
  const [search, setSearch] = useState('');
  const found = useMemo(() => matchingEvidence(rows, search), [rows, search]);
  const isCut = found.length < rows.length;
  return (
    <div className="fb-evidence">
      <header className="fb-sheet-header">
        <div className="fb-sheet-title">
          <h1>Evidence</h1>
          <p>
            What studies, audits and plans found. A value that rests on one names it; a plan’s own
            forecast is marked as one.
          </p>
        </div>
        <div className="fb-sheet-tools">
          {finding && finding.from !== 'evidence' ? (
            <button type="button" className="fb-button" onClick={() => showSheet(finding.from)}>
              <Icon name="back" size={14} /> Back to {sheetLabel(finding.from)}
            </button>
          ) : null}
          <span className="fb-soft" role="status">
            {isCut ? `${found.length} of ${rows.length}` : `${rows.length} findings`}
          </span>
          <TextInput
            size="xs"
            w={220}
            aria-label="Search the evidence"
            placeholder="Search: care home, audit, VC07"
            leftSection={<Icon name="search" size={14} />}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard. */}
      <section className="fb-reading" aria-label="Findings" tabIndex={0}>
        {found.length === 0 ? (
          <p className="fb-sheet-empty">
            No finding holds ‘{search}’. Try fewer words, an id such as VC07, or a kind such as
            ‘audit’.
          </p>
        ) : (
          <table className="fb-table fb-evidence-table">
            <caption className="fb-hidden">Findings</caption>
            <thead>
              <tr>
                <th scope="col">Id</th>
                <th scope="col">Finding</th>
                <th scope="col">Of whom</th>
                <th scope="col">How it was found</th>
                <th scope="col">Standing</th>
                <th scope="col">Source and note</th>
              </tr>
            </thead>
            <tbody>
              {found.map((row) => (
                <FindingRow key={row.id} row={row} isAsked={row.id === finding?.id} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

interface FindingRowProps {
  readonly row: EvidenceRow;
  /** True on the row that a link was followed to. */
  readonly isAsked: boolean;
}

function FindingRow({ row, isAsked }: FindingRowProps) {
  const place = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isAsked]);
  return (
    <tr
      ref={place}
      tabIndex={-1}
      className={isAsked ? 'fb-asked' : undefined}
      data-finding={row.id}
    >
      <th scope="row">{row.id}</th>
      <td>
        <div>{effectWords(row.effect)}</div>
        <div className="fb-evidence-value">{valueWords(row)}</div>
      </td>
      <td>{row.appliesTo}</td>
      <td>{STRENGTH_MEANING[row.strength]}</td>
      <td>
        <Chip
          text={row.mark}
          tone={row.mark === 'verified' ? 'plain' : 'caution'}
          meaning={MARK_MEANING[row.mark]}
        />
      </td>
      <td>
        <div className="fb-evidence-source">{row.source}</div>
        {row.note ? <div className="fb-soft">{row.note}</div> : null}
      </td>
    </tr>
  );
}
