/** What the page needs to know of the library: names, formulas and findings, not the values of lines. */
import type { EvidenceRow, OutsideView, VanguardSite } from '../../shared/domain/evidence';
import type { GapScope } from '../../shared/domain/footprint';
import type { Library } from '../../shared/domain/library';
import type { Mark } from '../../shared/domain/mark';
import type { ElementDefinition, SchemeFamily } from '../../shared/domain/model-text';

export interface FootprintEntry {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly region: string;
  readonly population: number;
  readonly populationMark: Mark;
  /** £m as published, a shortfall positive; absent where none was. */
  readonly gap?: { readonly value: number; readonly mark: Mark; readonly scope: GapScope };
}

export interface LineEntry {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly formula?: string;
  readonly opening?: string;
  readonly input: boolean;
  readonly collects: boolean;
  readonly note?: string;
  readonly section: string;
}

export interface SchemeTypeEntry {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  /** Id of a family. */
  readonly family: string;
}

export interface ChildEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface Catalogue {
  readonly footprints: readonly FootprintEntry[];
  readonly lines: Readonly<Record<string, LineEntry>>;
  readonly schemeTypes: readonly SchemeTypeEntry[];
  /** In the order a plan is read. */
  readonly schemeFamilies: readonly SchemeFamily[];
  /** What any scenario can be put through in one click. */
  readonly childScenarios: readonly ChildEntry[];
  readonly evidence: readonly EvidenceRow[];
  readonly outsideViews: readonly OutsideView[];
  readonly sites: readonly VanguardSite[];
  /** Label of each element that the model text fixes, by dimension id and element id. */
  readonly elements: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function catalogueOf(library: Library): Catalogue {
  return {
    footprints: library.footprints.map((footprint) => ({
      id: footprint.id,
      number: footprint.number,
      name: footprint.name,
      region: footprint.region,
      population: footprint.population.value,
      populationMark: footprint.population.mark,
      ...(footprint.publishedGap && {
        gap: {
          value: footprint.publishedGap.total.value,
          mark: footprint.publishedGap.total.mark,
          scope: footprint.publishedGap.scope,
        },
      }),
    })),
    lines: Object.fromEntries(
      library.lines.map((line) => [
        line.id,
        {
          id: line.id,
          label: line.label,
          unit: line.unit,
          input: line.input,
          collects: line.collects,
          section: line.section,
          ...(line.formula !== undefined && { formula: line.formula }),
          ...(line.opening !== undefined && { opening: line.opening }),
          ...(line.note !== undefined && { note: line.note }),
        },
      ]),
    ),
    schemeTypes: library.schemeTypes.map(({ id, label, summary, family }) => ({
      id,
      label,
      summary,
      family,
    })),
    schemeFamilies: library.schemeFamilies,
    childScenarios: library.childScenarios.map(({ id, name, description }) => ({
      id,
      name,
      description,
    })),
    evidence: library.evidence,
    outsideViews: library.outsideViews,
    sites: library.vanguardSites,
    elements: Object.fromEntries(
      library.dimensions.map(({ id }) => [
        id,
        Object.fromEntries(fixedElements(library, id).map((each) => [each.id, each.label])),
      ]),
    ),
  };
}

/** A part of a dimension has the elements of the whole; those that come with a document are not known here. */
function fixedElements(library: Library, id: string): readonly ElementDefinition[] {
  const found = library.dimensions.find((each) => each.id === id);
  if (found?.elements) return found.elements;
  return found?.partOf ? fixedElements(library, found.partOf) : [];
}
