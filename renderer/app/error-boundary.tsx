/** Catches a fault in the drawing of the page and says so, with what to do. Never a stack. */
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { NoticePage } from '../ui/notice-page';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { readonly fault: string | null }
> {
  override state = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    return (
      <NoticePage title="This page met a fault of its own">
        <p>
          The numbers were not changed. Load the page again; if it happens again, please report it
          with these words: <em>{this.state.fault}</em>
        </p>
        <Button onClick={() => location.reload()}>Load the page again</Button>
      </NoticePage>
    );
  }
}
