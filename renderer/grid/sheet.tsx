/** A sheet: title and tools, the formula bar, and the table as a grid or as plain text. */
import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReportRow } from '../../shared/report/table';
import { FormulaBar } from './formula-bar';
import type { GridModel } from './grid-model';
import { ReadingTable } from './reading-table';
import { WorkbookGrid } from './workbook-grid';
import './sheet.css';

export interface SheetModel extends GridModel {
  readonly address: string;
  readonly content: string;
  readonly isFormula: boolean;
  readonly unit: string;
  readonly readingView: boolean;
  readonly onReadingView: (on: boolean) => void;
}

interface SheetProps {
  readonly title: string;
  /** A part of a sheet that has its own title is headed one level down. */
  readonly isPart?: boolean;
  readonly lead: ReactNode;
  readonly model: SheetModel;
  readonly rows?: readonly ReportRow[];
  readonly detail?: boolean;
  readonly tools?: ReactNode;
  /** What to say when no row is left to show. */
  readonly empty?: ReactNode;
}

export function Sheet(props: SheetProps) {
  const { title, isPart = false, lead, model, rows, detail = false, tools, empty } = props;
  const shown = rows ?? model.table.rows;
  const Heading = isPart ? 'h2' : 'h1';
  return (
    <div className="fb-sheet">
      <header className="fb-sheet-header">
        <div className="fb-sheet-title">
          <Heading>{title}</Heading>
          <p>{lead}</p>
        </div>
        <div className="fb-sheet-tools">
          {tools}
          <SegmentedControl
            size="xs"
            aria-label="View"
            value={model.readingView ? 'table' : 'grid'}
            onChange={(view) => model.onReadingView(view === 'table')}
            data={[
              { value: 'grid', label: 'Grid' },
              { value: 'table', label: 'Table' },
            ]}
          />
        </div>
      </header>
      {model.readingView ? null : (
        <FormulaBar
          address={model.address}
          content={model.content}
          isFormula={model.isFormula}
          unit={model.unit}
        />
      )}
      {shown.length === 0 ? (
        <div className="fb-sheet-empty">{empty ?? 'There is nothing on this sheet yet.'}</div>
      ) : model.readingView ? (
        <ReadingTable table={model.table} rows={shown} detail={detail} />
      ) : (
        <WorkbookGrid model={model} rows={shown} detail={detail} />
      )}
    </div>
  );
}
