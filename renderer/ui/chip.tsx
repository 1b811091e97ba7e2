/** A small label beside a number that says how far to trust it. */
import { Tooltip } from '@mantine/core';
import './chip.css';

interface ChipProps {
  readonly text: string;
  /** `plain` is quiet; `caution` asks to be noticed. */
  readonly tone?: 'plain' | 'caution' | 'good';
  /** What the word means, shown on hover and read out. */
  readonly meaning?: string;
}

export function Chip({ text, tone = 'caution', meaning }: ChipProps) {
  const chip = (
    <span className={`fb-chip fb-chip-${tone}`}>
      {text}
      {meaning ? <span className="fb-hidden"> ({meaning})</span> : null}
    </span>
  );
  return meaning ? <Tooltip label={`${text}: ${meaning}`}>{chip}</Tooltip> : chip;
}
