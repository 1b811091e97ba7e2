/** Breaks a label at its spaces into lines of about `width` characters, at most four, of even length. */
export function wrapLabel(label: string, width: number, most = 4): string {
  let lines = fill(label, width);
  if (lines.length > most) return `${lines.slice(0, most).join('\n')}…`;
  // As narrow as the same number of lines allows, so that no word is left alone on the last.
  for (let narrower = width - 1; narrower > 3; narrower -= 1) {
    const tighter = fill(label, narrower);
    if (tighter.length > lines.length) break;
    lines = tighter;
  }
  return lines.join('\n');
}

function fill(label: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
