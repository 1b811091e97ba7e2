/** The line above the grid: where the selected cell is, what is in it, and its unit. */
interface FormulaBarProps {
  readonly address: string;
  readonly content: string;
  /** A formula is set in a fixed-width face; a value or a hint is not. */
  readonly isFormula: boolean;
  readonly unit: string;
}

export function FormulaBar({ address, content, isFormula, unit }: FormulaBarProps) {
  return (
    <section className="fb-formula-bar" aria-label="Formula bar">
      <span className="fb-formula-address" title={address}>
        {address || 'No cell selected'}
      </span>
      <span
        className={isFormula ? 'fb-formula-content fb-formula-code' : 'fb-formula-content'}
        title={content}
      >
        {content}
      </span>
      {unit ? <span className="fb-formula-unit">{unit}</span> : null}
    </section>
  );
}
