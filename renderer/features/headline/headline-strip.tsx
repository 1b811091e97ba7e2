/** The figures that move as somebody types: the gap, what the plan does, what is left, and what is unexplained. */
import { isMark, MARK_MEANING } from '../../../shared/domain/mark';
import type { GapView } from '../../../shared/report/table';
import type { Headline } from '../../../shared/report/view-types';
import { formatMillions } from '../../../shared/units/format';
import { inScope, publishedScope, SCOPE_NAME, SCOPE_SHORT, theOthers } from '../../store/gap-scope';
import { useApp } from '../../store/use-app';
import { Change } from '../../ui/change';
import { Chip } from '../../ui/chip';
import { Figure } from './figure';
import { cashWords, flagWords, pressureWords, shareClosed } from './headline-words';
import './headline.css';

export function HeadlineStrip() {
  const views = useApp((state) => state.views);
  const showSheet = useApp((state) => state.showSheet);
  const before = useApp((state) => state.before);
  const calculating = useApp((state) => state.calculating);
  const hasHistory = useApp((state) => state.past.length + state.future.length > 0);
  if (!views) return null;
  const { headline } = views;
  const { lastYear } = headline;
  // What the footprint published comes first, whichever gap the bridges are set to.
  const scope = publishedScope(headline);
  const chosen = views.scenarios.find(({ id }) => id === views.scenario);
  const mark = headline.localPressuresMark;
  const residual = inScope(headline.residual, scope);
  const moved = (part: (headline: Headline) => number) =>
    before ? part(headline) - part(before) : 0;
  return (
    <section className="fb-headline" aria-label="Headline figures" aria-busy={calculating}>
      <Figure
        id="do-nothing"
        label={`Do-nothing gap ${lastYear}, ${scope === 'total' ? 'NHS and care' : SCOPE_NAME[scope]}`}
        value={inScope(headline.doNothing, scope)}
        change={<Change amount={moved((each) => inScope(each.doNothing, scope))} />}
      >
        <Others gap={headline.doNothing} scope={scope} />
        <Published published={headline.published} />
      </Figure>
      <Figure
        id="schemes-net"
        label="Schemes, net of what they cost"
        value={inScope(headline.schemesNet, scope)}
        plus
        change={<Change amount={moved((each) => inScope(each.schemesNet, scope))} />}
      >
        <Others gap={headline.schemesNet} scope={scope} plus />
        <span>
          {[schemeCount(chosen?.schemes.length ?? 0), chosen ? cashWords(chosen.claimed) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Figure>
      <Figure
        id="residual"
        label="Residual gap, before STF"
        value={residual}
        change={<Change amount={moved((each) => inScope(each.residual, scope))} />}
      >
        <Others gap={headline.residual} scope={scope} />
        <span>{shareClosed(headline, scope, chosen?.schemes.length ?? 0)}</span>
      </Figure>
      <Figure
        id="local-pressures"
        label="Local pressures in the gap"
        value={inScope(headline.localPressures, scope)}
        neutral
        change={null}
      >
        <span>{pressureWords(headline)}</span>
        {mark && isMark(mark) ? (
          <span>
            <Chip
              text={mark}
              tone={mark === 'verified' ? 'plain' : 'caution'}
              meaning={MARK_MEANING[mark]}
            />
          </span>
        ) : null}
      </Figure>
      <div className="fb-figure-card" data-figure="balance">
        <div className="fb-figure-label">First year in balance</div>
        <div className="fb-figure-value fb-figure-words">
          {chosen?.firstYearInBalance ?? `Not by ${lastYear}`}
        </div>
        <div className="fb-figure-notes">
          <span>NHS and councils together</span>
          {chosen && chosen.schemes.length > 0 ? (
            <button
              type="button"
              className={chosen.flags.red > 0 ? 'fb-flag-link fb-worse' : 'fb-flag-link'}
              onClick={() => showSheet('flags')}
            >
              {flagWords(chosen.flags)}
            </button>
          ) : null}
        </div>
      </div>
      <p className="fb-hidden" role="status">
        {hasHistory
          ? `Do nothing ${formatMillions(inScope(headline.doNothing, scope))}, residual ${formatMillions(residual)}`
          : ''}
      </p>
    </section>
  );
}

interface OthersProps {
  readonly gap: Headline['residual'];
  readonly scope: GapView;
  readonly plus?: boolean;
}

/** The views the footprint did not publish in, smaller. */
function Others({ gap, scope, plus = false }: OthersProps) {
  return (
    <span>
      {theOthers(scope)
        .map(
          (other) =>
            `${SCOPE_SHORT[other]} ${formatMillions(inScope(gap, other), { signed: plus })}`,
        )
        .join(' · ')}
    </span>
  );
}

function Published({ published }: { readonly published: Headline['published'] }) {
  if (!published) return <span>No gap was published</span>;
  const meaning = isMark(published.mark) ? `${MARK_MEANING[published.mark]}. ` : '';
  return (
    <span>
      Published {formatMillions(published.value, { decimals: 0 })}
      {published.scope === 'total' ? ' in all' : ` ${SCOPE_NAME[published.scope]}`}{' '}
      <Chip
        text={published.mark}
        tone={published.mark === 'verified' ? 'plain' : 'caution'}
        meaning={`${meaning}Scope: ${published.scopeWords}. ${published.source}`}
      />
    </span>
  );
}

const schemeCount = (count: number): string =>
  count === 0 ? 'no scheme is on' : count === 1 ? '1 scheme on' : `${count} schemes on`;
