/** What --help says after the commands. */
import { MARK_MEANING } from '../../shared/domain/mark';

export const HELP_TAIL = `
Examples:
  footbridge list
  footbridge list evidence VC07
  footbridge compare north-central-london
  footbridge compare north-central-london --child track-record
  footbridge compare --all-footprints --csv > england.csv
  footbridge project birmingham-and-solihull --set "volume_growth[emergency]=3.5%"
  footbridge project south-west-london --scenario combined --to 2025/26 --csv
  footbridge bridge north-central-london --causes
  footbridge effects north-central-london --scenario acute
  footbridge claims north-central-london --scenario everything
  footbridge appraise north-central-london --scale-up airedale-and-partners
  footbridge flags north-central-london --scenario combined
  footbridge explain north-central-london "provider_cost[RKE]@2019/20"
  footbridge verify models/examples/worked-examples.csv
  footbridge new north-central-london > plan.footbridge

A cell is a line, its elements in brackets and a year: allocation_growth[ccg]@2018/19.
Money is £m cash, a shortfall negative. Marks:
${Object.entries(MARK_MEANING)
  .map(([mark, meaning]) => `  ${mark.padEnd(11)} ${meaning}`)
  .join('\n')}

Exit codes: 0 done, 1 the input is wrong (the message says where and what to do), 2 the command line is wrong,
130 stopped by Ctrl+C.`;
