/** How a command ends: what it prints, and the exit code. */
import { describeProblem, type Problem } from '../../shared/errors/problem';

/** 0 done, 1 the input is wrong, 2 the command line is wrong, 130 stopped by Ctrl+C. */
export type ExitCode = 0 | 1 | 2 | 130;

export interface Outcome {
  readonly code: ExitCode;
  /** For standard output. */
  readonly text: string;
  /** For standard error. */
  readonly errors: string;
}

export const done = (text: string): Outcome => ({ code: 0, text, errors: '' });

export const stopped = (ready: number, of: number): Outcome => ({
  code: 130,
  text: '',
  errors: `Stopped after ${ready} of ${of} footprints; nothing was printed.`,
});

/** More than a screenful or two helps nobody, and one broken file can hold thousands. */
const MOST_TOLD = 50;

export function refused(problems: readonly Problem[]): Outcome {
  const told = problems.slice(0, MOST_TOLD).map(describeProblem);
  const rest = problems.length - told.length;
  const errors = rest > 0 ? [...told, `And ${rest} more problems.`] : told;
  return { code: 1, text: '', errors: errors.join('\n') };
}
