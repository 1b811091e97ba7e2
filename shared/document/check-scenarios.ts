/** Whether a document's schemes and scenarios point at each other as they should. */
import type { FootbridgeDocument } from '../domain/document';
import type { Library } from '../domain/library';
import { didYouMean } from '../errors/nearest';
import type { Problem } from '../errors/problem';

/** Ids that point at nothing, twice the same id, parents in a ring, no do nothing. */
export function checkScenarios(
  document: FootbridgeDocument,
  library: Library,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const tell = (path: string, code: string, message: string, remedy: string) =>
    problems.push({ code, message, place: { file, path }, remedy });
  const schemes = document.schemes.map((scheme) => scheme.id);
  const scenarios = document.scenarios.map((scenario) => scenario.id);
  const types = library.schemeTypes.map((type) => type.id);
  for (const scheme of document.schemes) {
    if (!types.includes(scheme.type)) {
      tell(
        'schemes',
        'document.scheme-type',
        `'${scheme.type}' is not a type of scheme.`,
        didYouMean(scheme.type, types) || `Use one of: ${types.join(', ')}.`,
      );
    }
  }
  for (const [path, ids] of [
    ['schemes', schemes],
    ['scenarios', scenarios],
  ] as const) {
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined)
      tell(path, 'document.duplicate', `'${twice}' is used twice.`, 'Give each an id of its own.');
  }
  for (const scenario of document.scenarios) {
    for (const id of [...scenario.on, ...scenario.off].filter((each) => !schemes.includes(each))) {
      tell(
        `scenario '${scenario.name}'`,
        'document.unknown-scheme',
        `There is no scheme '${id}'.`,
        didYouMean(id, schemes) || 'Add it to the schemes, or take its name away here.',
      );
    }
    if (scenario.parent !== undefined && !scenarios.includes(scenario.parent)) {
      tell(
        `scenario '${scenario.name}'`,
        'document.unknown-parent',
        `Its parent '${scenario.parent}' is not there.`,
        didYouMean(scenario.parent, scenarios) || 'Let it stand on do nothing.',
      );
    } else if (isRing(document, scenario.id)) {
      tell(
        `scenario '${scenario.name}'`,
        'document.parent-ring',
        'It is its own ancestor.',
        'Let it stand on do nothing.',
      );
    }
  }
  const base = document.scenarios.find((scenario) => scenario.id === 'do-nothing');
  if (!base || base.parent !== undefined || base.on.length > 0) {
    tell(
      'scenarios',
      'document.no-do-nothing',
      "There is no scenario 'do-nothing' without parent and schemes.",
      'Add it: everything is measured against it.',
    );
  }
  return problems;
}

function isRing(document: FootbridgeDocument, start: string): boolean {
  let at = document.scenarios.find((each) => each.id === start)?.parent;
  for (let steps = 0; at !== undefined && steps <= document.scenarios.length; steps += 1) {
    if (at === start) return true;
    const next: string = at;
    at = document.scenarios.find((each) => each.id === next)?.parent;
  }
  return false;
}
