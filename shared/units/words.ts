/** Words around numbers: lists, plurals, and labels set inside a sentence. */

/** `a`, `a and b`, `a, b and c`. */
export function listOf(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** `1 flag`, `2 flags`. */
export const countOf = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;

/** A label inside a sentence: `Change in activity` -> `change in activity`, but `A&E visits` stays. */
export const midSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;

/** Words that begin a sentence. */
export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `bed_days_change` -> `bed days change`. */
export const idInWords = (id: string): string => id.replaceAll('_', ' ');
