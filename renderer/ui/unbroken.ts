/** Keeps a minus sign with the amount it belongs to when a line of words is full. */
export const unbroken = (text: string): string => text.replaceAll('−£', '−\u2060£');
