/** How far a value can be trusted, from seen in a source to chosen by a modeller. */

export const MARKS = ['verified', 'recalled', 'derived', 'calibrated', 'assumption'] as const;

export type Mark = (typeof MARKS)[number];

export const MARK_MEANING: Readonly<Record<Mark, string>> = {
  verified: 'seen in the source named',
  recalled: 'from memory, not seen in a source',
  derived: 'worked out from other figures',
  calibrated: 'set so that the model meets a published figure',
  assumption: 'a modelling choice without a source',
};

export const isMark = (text: string): text is Mark => (MARKS as readonly string[]).includes(text);

/** The weaker of two standings. */
export const weaker = (a: Mark, b: Mark): Mark => (MARKS.indexOf(a) > MARKS.indexOf(b) ? a : b);
