/** What each scheme claims of which pot of money, and what would be counted twice. */
import { formatMillions } from '../../../shared/units/format';
import { useApp } from '../../store/use-app';
import { Section } from '../../ui/section';
import { standing } from './claims-words';
import { FindingCard } from './finding-card';
import { OverlapTable } from './overlap-table';
import { PotTable } from './pot-table';
import './claims.css';
import { sumOf } from '../../../shared/units/sum';

export function ClaimsSheet() {
  const claims = useApp((state) => state.views?.claims);
  const name = useApp(
    (state) => state.views?.scenarios.find(({ id }) => id === state.views?.scenario)?.name,
  );
  if (!claims) return null;
  const open = standing(claims);
  const sum = sumOf(open, ({ amount }) => amount);
  return (
    <div className="fb-page">
      <header className="fb-page-header">
        <div>
          <h1>Is a pound counted twice? {name}</h1>
          <p>
            {claims.sentence}
            {claims.pots.length > 0 ? ` In cash, ${claims.year}.` : ''}
          </p>
        </div>
      </header>
      {claims.pots.length === 0 ? (
        <p className="fb-soft">
          Nothing claims a saving here, so nothing can be counted twice. Switch schemes on in
          Schemes, or choose another scenario.
        </p>
      ) : (
        <>
          <Section
            title="Still counted twice"
            lead={
              open.length === 0
                ? 'No double count stands in these figures.'
                : `${formatMillions(sum)} may be in the figures more than once. Each has to be settled by whoever owns the schemes.`
            }
          >
            {open.length > 0 ? (
              <ul className="fb-finding-cards">
                {open.map((finding) => (
                  <FindingCard key={finding.sentence} finding={finding} />
                ))}
              </ul>
            ) : null}
          </Section>
          <OverlapTable claims={claims} />
          <PotTable pots={claims.pots} year={claims.year} />
        </>
      )}
    </div>
  );
}
