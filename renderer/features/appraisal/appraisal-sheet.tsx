/** Whether the plan pays: each scheme and all together, over ten, thirty and sixty years. */
import type { AppraisalRow, AppraisalView } from '../../../shared/report/appraisal-view';
import { formatNumber } from '../../../shared/units/format';
import { useApp } from '../../store/use-app';
import { ProblemList } from '../../ui/problem-list';
import { Section } from '../../ui/section';
import { Signed } from '../../ui/signed';
import './appraisal.css';

const SPANS = [10, 30, 60];

export function AppraisalSheet() {
  const { status, view, problems } = useApp((state) => state.appraisal);
  const isStale = useApp(
    ({ appraisal, document, scenario }) =>
      appraisal.document !== document || appraisal.view?.scenario !== scenario,
  );
  const working = status === 'working' || (isStale && status !== 'failed');
  return (
    <div className="fb-page" aria-busy={working}>
      <header className="fb-page-header">
        <div>
          <h1>{view ? `Does it pay? ${view.name}` : 'Does it pay?'}</h1>
          <p>{view?.sentence ?? 'Each scheme by itself, and all together, over sixty years.'}</p>
        </div>
        <p className="fb-appraisal-state" role="status">
          {working ? 'Calculating sixty years…' : ''}
        </p>
      </header>
      {status === 'failed' ? <ProblemList problems={problems} /> : null}
      {view?.schemes.length === 0 ? (
        <p className="fb-soft">Switch schemes on in Schemes, or choose another scenario.</p>
      ) : null}
      {view && view.schemes.length > 0 ? (
        <>
          <Worth view={view} />
          <Books view={view} />
        </>
      ) : null}
    </div>
  );
}

function Worth({ view }: { readonly view: AppraisalView }) {
  return (
    <Section
      title="Over the life of it"
      lead={`£m in prices of ${view.years[0] ?? ''}, discounted to ${view.from}. Net present value counts capital when it is spent, and has neither depreciation nor the dividend on public capital in it: either would count the building twice.`}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard. */}
      <section className="fb-scroll" tabIndex={0} aria-label="Over the life of it">
        <table className="fb-table fb-appraisal-table">
          <caption className="fb-hidden">Present values and payback, £ million</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Scheme
              </th>
              <th scope="colgroup" colSpan={SPANS.length} className="fb-appraisal-group">
                Net present value
              </th>
              <th scope="col" rowSpan={2} className="fb-number">
                Capital, with optimism bias
              </th>
              <th scope="col" rowSpan={2}>
                Pays back
              </th>
              <th scope="col" rowSpan={2}>
                Pays back at present values
              </th>
              <th scope="col" rowSpan={2}>
                Saving covers its capital charges
              </th>
            </tr>
            <tr>
              {SPANS.map((span) => (
                <th key={span} scope="col" className="fb-number">
                  {span} years
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...view.schemes, view.together].map((row) => (
              <tr key={row.id} className={row === view.together ? 'fb-strong' : undefined}>
                <th scope="row">{row.name}</th>
                {SPANS.map((span, index) => (
                  <td key={span} className="fb-number">
                    <Signed value={row.npv[index] ?? Number.NaN} />
                  </td>
                ))}
                <td className="fb-number">{row.capital === 0 ? '–' : formatNumber(row.capital)}</td>
                <td className="fb-appraisal-when">{row.payback}</td>
                <td className="fb-appraisal-when">{row.discountedPayback}</td>
                <td className="fb-appraisal-when">{row.breakeven}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Books({ view }: { readonly view: AppraisalView }) {
  return (
    <Section
      title="In the books, year by year"
      lead="£m cash, after capital charges and with what is spent once. Income and expenditure has no capital in it: a building reaches the books as depreciation and a dividend, year by year."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard. */}
      <section className="fb-scroll" tabIndex={0} aria-label="In the books, year by year">
        <table className="fb-table fb-appraisal-table">
          <caption className="fb-hidden">Income and expenditure by year, £ million</caption>
          <thead>
            <tr>
              <th scope="col">Scheme</th>
              {view.years.map((year) => (
                <th key={year} scope="col" className="fb-number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.schemes.map((row) => (
              <YearRow
                key={row.id}
                label={row.name}
                view={view}
                values={row.incomeAndExpenditure}
              />
            ))}
            <Together row={view.together} view={view} />
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Together({ row, view }: { readonly row: AppraisalRow; readonly view: AppraisalView }) {
  return (
    <>
      <YearRow label={row.name} view={view} values={row.incomeAndExpenditure} isStrong />
      <YearRow label="Of which spent once" view={view} values={row.oneOff} isPart />
      <YearRow
        label="Of which capital charges"
        view={view}
        values={row.capitalCharges.map((value) => 0 - value)}
        isPart
      />
    </>
  );
}

interface YearRowProps {
  readonly label: string;
  readonly view: AppraisalView;
  readonly values: readonly number[];
  readonly isStrong?: boolean;
  readonly isPart?: boolean;
}

function YearRow({ label, view, values, isStrong = false, isPart = false }: YearRowProps) {
  return (
    <tr className={isStrong ? 'fb-strong' : undefined}>
      <th scope="row" className={isPart ? 'fb-appraisal-part' : undefined}>
        {label}
      </th>
      {view.years.map((year, index) => (
        <td key={year} className="fb-number">
          <Signed value={values[index] ?? Number.NaN} />
        </td>
      ))}
    </tr>
  );
}
