/** The sheets of the workbook, grouped as the story goes. */
import { SHEET_GROUPS } from '../store/sheets';
import { useApp } from '../store/use-app';

export function SheetNav() {
  const current = useApp((state) => state.sheet);
  const showSheet = useApp((state) => state.showSheet);
  return (
    <nav className="fb-nav" aria-label="Sheets">
      {SHEET_GROUPS.map(({ title, sheets }) => (
        <div key={title ?? 'top'} className="fb-nav-group">
          {title ? <div className="fb-nav-title">{title}</div> : null}
          {sheets.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="fb-nav-sheet"
              aria-current={id === current ? 'page' : undefined}
              onClick={() => showSheet(id)}
            >
              {label}
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
