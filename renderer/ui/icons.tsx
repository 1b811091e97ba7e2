/** Line icons drawn in the page, so that no font has to hold them. */
const PATHS = {
  'chevron-down': 'M4 6l4 4 4-4',
  'chevron-right': 'M6 4l4 4-4 4',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  undo: 'M6 3L2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 010 7H7.5',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 000 7h2.5',
  sun: 'M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  moon: 'M13.5 9.6A6 6 0 016.4 2.5a6 6 0 107.1 7.1z',
  search: 'M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.4 10.4l3.1 3.1',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 5',
  info: 'M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.2v4M8 4.8v.2',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.5v.2',
  grid: 'M2 3h12v10H2zM2 6.3h12M2 9.6h12M6 3v10',
  list: 'M3 4h10M3 8h10M3 12h10',
  plus: 'M8 3v10M3 8h10',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  scale: 'M2.5 13.5l4-4M2.5 10v3.5H6M13.5 2.5l-4 4M13.5 6V2.5H10',
  panel: 'M2 3h12v10H2zM10 3v10',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A filled triangle: up for better news, down for worse. Always beside words that say the same. */
export function Triangle({ up }: { readonly up: boolean }) {
  return (
    <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden="true" focusable="false">
      <path d={up ? 'M4.5 0.5L8.7 7.5H0.3z' : 'M4.5 7.5L0.3 0.5H8.7z'} fill="currentColor" />
    </svg>
  );
}
