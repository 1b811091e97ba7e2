/** How a command ends: what it prints, and the exit code. */
import { describeProblem, type Problem } from '../../shared/errors/problem';

/** 0 done, 1 the input is wrong, 2 the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

export interface Outcome {
  readonly code: ExitCode;
  /** For standard output. */
  readonly text: string;
  /** For standard error. */
  readonly errors: string;
}

export const done = (text: string): Outcome => ({ code: 0, text, errors: '' });

export function refused(problems: readonly Problem[]): Outcome {
  return { code: 1, text: '', errors: problems.map(describeProblem).join('\n') };
}
