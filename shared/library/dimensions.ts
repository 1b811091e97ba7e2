/** The dimensions of the calculation, from text to data. */
import { z } from 'zod';
import type { DimensionDefinition } from '../domain/model-text';
import type { LibraryReader } from './library-reader';
import { readYaml } from './read-yaml';

export const DIMENSIONS = 'calculation/00-dimensions.yaml';

const element = z.strictObject({
  id: z.string(),
  label: z.string(),
  type: z.string().optional(),
  types: z.array(z.string()).optional(),
});

const dimensionsFile = z.strictObject({
  dimensions: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      elements: z.array(element).optional(),
      from: z.enum(['organisations', 'schemes', 'sites']).optional(),
      part_of: z.string().optional(),
      types: z.array(z.string()).optional(),
      groups: z.string().optional(),
    }),
  ),
});

export function readDimensions(reader: LibraryReader): DimensionDefinition[] {
  const file = reader.take(readYaml(reader.text(DIMENSIONS), DIMENSIONS, dimensionsFile), {
    dimensions: [],
  });
  return file.dimensions.map((each) => ({
    id: each.id,
    label: each.label,
    ...(each.elements ? { elements: each.elements.map(toElement) } : {}),
    ...(each.from ? { from: each.from } : {}),
    ...(each.part_of ? { partOf: each.part_of } : {}),
    ...(each.types ? { types: each.types } : {}),
    ...(each.groups ? { groups: each.groups } : {}),
  }));
}

const toElement = (each: z.infer<typeof element>) => ({
  id: each.id,
  label: each.label,
  ...(each.type ? { type: each.type } : {}),
  ...(each.types ? { types: each.types } : {}),
});
