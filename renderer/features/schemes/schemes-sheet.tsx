/** What each scheme needs to know, and which scenarios switch it on. */
import { Sheet } from '../../grid/sheet';
import { useSheet } from '../../store/use-sheet';
import { SchemeSwitches } from './scheme-switches';
import './schemes.css';

export function SchemesSheet() {
  const model = useSheet('schemes');
  return (
    <div className="fb-schemes">
      <SchemeSwitches />
      <div className="fb-schemes-grid">
        <Sheet
          title="What each scheme assumes"
          isPart
          lead="Central values with the range they may lie in. An edit here holds in every scenario that runs the scheme."
          model={model}
          detail
          empty="This document has no schemes."
        />
      </div>
    </div>
  );
}
