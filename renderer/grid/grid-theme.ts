/** The grid in the colours of the page: they are variables, so light and dark need no second theme. */
import { themeQuartz } from 'ag-grid-community';

export const gridTheme = themeQuartz.withParams({
  backgroundColor: 'var(--fb-surface)',
  foregroundColor: 'var(--fb-ink)',
  textColor: 'var(--fb-ink)',
  chromeBackgroundColor: 'var(--fb-chrome)',
  headerBackgroundColor: 'var(--fb-chrome)',
  headerTextColor: 'var(--fb-ink)',
  headerFontWeight: 600,
  borderColor: 'var(--fb-line)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  columnBorder: false,
  headerColumnBorder: false,
  headerColumnResizeHandleColor: 'transparent',
  pinnedColumnBorder: { color: 'var(--fb-line)' },
  rowBorder: { color: 'var(--fb-line)' },
  rowHoverColor: 'color-mix(in srgb, var(--fb-accent) 5%, transparent)',
  accentColor: 'var(--fb-accent)',
  valueChangeValueHighlightBackgroundColor: 'var(--fb-accent-ground)',
  fontFamily: 'inherit',
  fontSize: 13,
  rowHeight: 30,
  headerHeight: 34,
  cellHorizontalPadding: 9,
  inputFocusShadow: 'none',
});
