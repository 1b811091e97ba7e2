/** A text whose ids of findings open the evidence. */
import { useMemo } from 'react';
import type { EvidenceRow } from '../../../shared/domain/evidence';
import { evidenceParts } from '../../store/evidence-parts';
import { useApp } from '../../store/use-app';
import { LinkedText } from '../../ui/linked-text';

const NONE: readonly EvidenceRow[] = [];

export function EvidenceText({ text }: { readonly text: string }) {
  const rows = useApp((state) => state.catalogue?.evidence) ?? NONE;
  const showFinding = useApp((state) => state.showFinding);
  const parts = useMemo(() => evidenceParts(text, new Set(rows.map(({ id }) => id))), [text, rows]);
  return <LinkedText parts={parts} opens="Evidence" onOpen={showFinding} />;
}
