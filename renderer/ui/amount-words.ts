/** An amount inside a sentence, without its sign: whole millions, with a decimal where they would say too little. */
import { formatMillions } from '../../shared/units/format';

export const amountWords = (value: number): string =>
  formatMillions(Math.abs(value), { decimals: Math.abs(value) < 9.95 ? 1 : 0 });
