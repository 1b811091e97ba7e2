/** What makes the plan on show hard to believe, the gravest first, with what each rule rests on. */
import { useApp } from '../../store/use-app';
import { LinkedText } from '../../ui/linked-text';
import { type FlagGroup, flagGroups, LEVEL_WORDS } from './flag-words';
import './flags.css';

export function FlagsSheet() {
  const flags = useApp((state) => state.views?.flags);
  if (!flags) return null;
  const groups = flagGroups(flags);
  return (
    <div className="fb-page">
      <header className="fb-page-header">
        <div>
          <h1>Red flags: {flags.name}</h1>
          <p>{flags.summary}</p>
        </div>
      </header>
      {groups.length === 0 ? (
        <p className="fb-soft">
          Each rule asks for something that plans have claimed and nobody has delivered. None of
          them is asked for here.
        </p>
      ) : (
        <ul className="fb-flags">
          {groups.map((group) => (
            <Flag key={group.id} group={group} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** More findings of one rule than this are folded away. */
const MOST = 3;

function Flag({ group }: { readonly group: FlagGroup }) {
  const { id, title, level, why, rows, evidence } = group;
  const showFinding = useApp((state) => state.showFinding);
  const rest = rows.slice(MOST);
  const parts = evidence.flatMap((each, index) => [
    ...(index > 0 ? [{ text: ', ' }] : []),
    { text: each, id: each },
  ]);
  return (
    <li className={`fb-flag fb-flag-${level}`}>
      <h2>
        <span className="fb-flag-level">{LEVEL_WORDS[level]}</span>
        {title}
        <span className="fb-flag-id">{id}</span>
      </h2>
      <ul className="fb-flag-findings">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.key}>{row.sentence}</li>
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="fb-flag-findings">
            {rest.map((row) => (
              <li key={row.key}>{row.sentence}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="fb-flag-why">{why}</p>
      {parts.length > 0 ? (
        <p className="fb-flag-why">
          Rests on <LinkedText parts={parts} opens="Evidence" onOpen={showFinding} />
        </p>
      ) : null}
    </li>
  );
}
