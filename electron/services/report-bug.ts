/** A fault of ours, told to whoever runs the program: one line, and the stack only when asked for. */
import type { ReportBug } from './answer-call';

export function reportBugTo(
  write: (line: string) => void,
  env: Readonly<Record<string, string | undefined>>,
): ReportBug {
  return (call, error) => {
    const text = error instanceof Error ? error.message : String(error);
    const [firstLine = ''] = text.split('\n');
    write(`Footbridge met a fault of its own while answering ${call}: ${firstLine}`);
    if (env.FOOTBRIDGE_DEBUG && error instanceof Error && error.stack) write(error.stack);
  };
}
