/** Finds the ids of findings in a text, so that they can be links: `Evidence VC07, AR12-AR14`. */

export interface EvidencePart {
  readonly text: string;
  /** Id of a finding; absent on plain words. */
  readonly id?: string;
}

const MENTION = /\b[A-Z]{2}\d{2}\b/g;

/** The text in order, cut where a known finding is named; joined again it is the same text. */
export function evidenceParts(text: string, known: ReadonlySet<string>): readonly EvidencePart[] {
  const parts: EvidencePart[] = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    const [id] = match;
    if (!known.has(id)) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: id, id });
    from = match.index + id.length;
  }
  return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}
