/** How a command's result is written. */

export interface OutputOptions {
  readonly json: boolean;
  readonly csv: boolean;
}
