/** A command that takes a while: how far it is, and whether it was told to stop. */

export interface LongRun {
  /** Told before each part: how many are done, and which comes next. */
  readonly tell: (done: number, of: number, next: string) => void;
  readonly isStopped: () => boolean;
  /** Takes the bar away and leaves signals as they were. */
  readonly end: () => void;
}

/** What is needed of the process. */
export interface Terminal {
  readonly stderr: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;
  once(signal: 'SIGINT', listener: () => void): unknown;
  removeListener(signal: 'SIGINT', listener: () => void): unknown;
}

const BAR = 24;

/** Draws a bar where standard error is a terminal. The first Ctrl+C stops the run, a second the process. */
export function startLongRun(terminal: Terminal): LongRun {
  const { stderr } = terminal;
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  terminal.once('SIGINT', stop);
  const draw = (line: string) => {
    // Back to the start of the line, and what stood there is wiped.
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${line}`);
  };
  return {
    tell: (done, of, next) => {
      const full = Math.round((done / of) * BAR);
      const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
      draw([...`${bar} ${done} of ${of}  ${next}`].slice(0, (stderr.columns || 80) - 1).join(''));
    },
    isStopped: () => stopped,
    end: () => {
      draw('');
      terminal.removeListener('SIGINT', stop);
    },
  };
}
