/** The whole page: kit, colours, and a fence round it that turns a fault into words. */
import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import '@fontsource-variable/inter/wght.css';
import { theme } from '../ui/theme';
import '../ui/tokens.css';
import { ErrorBoundary } from './error-boundary';
import { Root } from './root';

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ErrorBoundary>
        <Root />
      </ErrorBoundary>
    </MantineProvider>
  );
}
