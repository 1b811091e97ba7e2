/** The id that is wanted, or the first of it with a number that is not taken. */
export function freeId(wanted: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  if (!known.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!known.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
