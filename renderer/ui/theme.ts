/** The look of the component kit: the NHS blues, Inter, and sizes made for a workbook. */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const NHS_BLUE: MantineColorsTuple = [
  '#e8f1fb',
  '#cfe1f4',
  '#a3c6ec',
  '#78b0ea',
  '#4a8dd9',
  '#2f7cd2',
  '#1170cb',
  '#005eb8',
  '#004b94',
  '#003087',
];

/** Greys of the dark page, with the blue of its surfaces in them. */
const DARK: MantineColorsTuple = [
  '#e8eef2',
  '#c9d5de',
  '#a6b7c4',
  '#6d8191',
  '#455766',
  '#33424f',
  '#24313c',
  '#151d24',
  '#11171d',
  '#0c1116',
];

export const theme = createTheme({
  primaryColor: 'nhs',
  // The lighter shade keeps text on a dark page above the AA contrast.
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  colors: { nhs: NHS_BLUE, dark: DARK },
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { multiline: true, maw: 320, openDelay: 300, withArrow: true } },
  },
});
