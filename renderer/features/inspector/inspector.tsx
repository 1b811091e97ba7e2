/** The selected number explained: a sentence, the formula with its values, and where each value comes from. */
import { isMark, MARK_MEANING } from '../../../shared/domain/mark';
import type { ReportRow } from '../../../shared/report/table';
import type { Explanation } from '../../../shared/report/view-types';
import { formatMillions } from '../../../shared/units/format';
import { scenarioOn } from '../../store/sheets';
import { tableOf } from '../../store/tables';
import { useApp } from '../../store/use-app';
import { Chip } from '../../ui/chip';
import { formatCell, unitLabel } from '../../ui/format-cell';
import { Icon } from '../../ui/icons';
import { ProblemList } from '../../ui/problem-list';
import { unbroken } from '../../ui/unbroken';
import { EvidenceText } from './evidence-text';
import { InputList } from './input-list';
import { OutsideStrip } from './outside-strip';
import { ResetButton } from './reset-button';
import { SavingStories } from './saving-stories';
import './inspector.css';

export function Inspector() {
  const explanation = useApp((state) => state.explanation);
  const walkBack = useApp((state) => state.walkBack);
  const shown = explanation.trail.at(-1);
  return (
    <div className="fb-inspector-body" aria-busy={explanation.status === 'working'}>
      {explanation.trail.length > 1 ? (
        <button type="button" className="fb-back" onClick={walkBack}>
          <Icon name="back" size={14} /> {explanation.trail.at(-2)?.title}
        </button>
      ) : null}
      {explanation.status === 'failed' ? (
        <ProblemList problems={explanation.problems} />
      ) : shown ? (
        <Explained shown={shown} isSelected={explanation.trail.length === 1} />
      ) : (
        <NothingToExplain />
      )}
    </div>
  );
}

interface ExplainedProps {
  readonly shown: Explanation;
  readonly isSelected: boolean;
}

function Explained({ shown, isSelected }: ExplainedProps) {
  const scenario = useApp((state) =>
    state.views?.scenarios.find(({ id }) => id === scenarioOn(state.sheet, state.scenario)),
  );
  return (
    <>
      <h2>{[shown.lineLabel, shown.element].filter(Boolean).join(', ')}</h2>
      <p className="fb-inspector-amount">{amount(shown)}</p>
      <p className="fb-inspector-where">
        {[shown.year, scenario?.name].filter(Boolean).join(' · ')}
      </p>
      {shown.sentence ? (
        <p className="fb-inspector-sentence">
          <EvidenceText text={unbroken(shown.sentence)} />
        </p>
      ) : null}
      <div className="fb-inspector-standing">
        <span className="fb-inspector-kind">{KIND_WORDS[shown.kind]}</span>
        {shown.mark && isMark(shown.mark) ? (
          <Chip
            text={shown.mark}
            tone={shown.mark === 'verified' ? 'good' : 'caution'}
            meaning={MARK_MEANING[shown.mark]}
          />
        ) : null}
        {shown.overridden ? (
          <Chip
            text="changed here"
            meaning="a value of this document stands over the one that came with it"
          />
        ) : null}
      </div>
      {isSelected && shown.overridden ? <ResetButton /> : null}
      <OutsideStrip shown={shown} />
      {shown.savings ? <SavingStories stories={shown.savings} /> : null}
      {shown.formula ? (
        <section>
          <h3>Formula</h3>
          <code className="fb-inspector-formula">{shown.formula}</code>
        </section>
      ) : null}
      {shown.inputs.length > 0 ? <InputList inputs={shown.inputs} /> : null}
      <Words title="Source" text={shown.source} />
      <Words title="Note" text={shown.note} />
      {shown.value === null ? null : (
        <p className="fb-inspector-exact fb-soft">
          Unrounded {String(Number(shown.value.toPrecision(12))).replace('-', '−')}, in {shown.unit}
        </p>
      )}
    </>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <section>
      <h3>{title}</h3>
      <p className="fb-inspector-source">
        <EvidenceText text={text} />
      </p>
    </section>
  );
}

/** The number as people say it: `−£12.3m`, `2.90%`, `1,400,000 people`. */
function amount({ value, unit }: Explanation): string {
  if (value === null) return 'Several numbers';
  if (unit === 'GBP million') return formatMillions(value);
  const text = formatCell(value, unit);
  const words = unitLabel(unit);
  return words.startsWith('%') || words === 'number' || words === 'index'
    ? text
    : `${text} ${words}`;
}

const KIND_WORDS: Readonly<Record<Explanation['kind'], string>> = {
  given: 'Given',
  formula: 'Calculated',
  collected: 'Added up',
};

/** Says why there is nothing, and what to do, instead of an empty panel. */
function NothingToExplain() {
  const row = useApp(({ views, sheet, cells }): ReportRow | undefined => {
    const table = views && tableOf(views, sheet);
    return table?.rows.find(({ id }) => id === cells[sheet]?.rowId);
  });
  if (row && row.kind !== 'heading') {
    return (
      <>
        <h2>{row.label}</h2>
        {row.note ? <p>{row.note}</p> : null}
        <p className="fb-soft">
          {row.address
            ? 'Select a number in this row to see how it comes about.'
            : 'This row adds up or compares others on the sheet. Select an organisation’s number to see its formula and inputs.'}
        </p>
      </>
    );
  }
  return (
    <>
      <h2>Every number explains itself</h2>
      <p className="fb-soft">
        Select a number in the grid: its formula, its inputs, their sources and standing appear
        here.
      </p>
    </>
  );
}
