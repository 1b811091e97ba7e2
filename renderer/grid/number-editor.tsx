/**
 * The box a number is typed into. Text that cannot be read keeps the box open and says why beneath it;
 * nothing changes until it can be read or Escape is pressed.
 */
import { Popover } from '@mantine/core';
import type { CustomCellEditorProps } from 'ag-grid-react';
import { useEffect, useRef, useState } from 'react';
import { editableText } from '../ui/format-cell';
import type { OutlineRow } from './outline';

interface NumberEditorProps extends CustomCellEditorProps<OutlineRow, unknown> {
  /** Why the text cannot be read; null when it can. */
  readonly check: (row: OutlineRow, text: string) => string | null;
}

const COMMITTING = new Set(['Enter', 'Tab']);

export function NumberEditor(props: NumberEditorProps) {
  const { data, initialValue, eventKey, onValueChange, check } = props;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => startingText(eventKey, initialValue, data.row.unit));
  const [refusal, setRefusal] = useState<string | null>(null);

  useEffect(() => {
    input.current?.focus();
    // Typing replaced the value; F2 or Enter opened it, and then the whole of it is ready to replace.
    if (!isCharacter(eventKey)) input.current?.select();
    else onValueChange(eventKey);
  }, [eventKey, onValueChange]);

  // A native listener, because the grid's own sits between this box and React's.
  useEffect(() => {
    const box = input.current;
    const hold = (event: KeyboardEvent) => {
      if (!COMMITTING.has(event.key) || !box) return;
      const why = box.value.trim() === '' ? null : check(data, box.value);
      if (why === null) return;
      event.preventDefault();
      event.stopPropagation();
      setRefusal(why);
      box.select();
    };
    box?.addEventListener('keydown', hold);
    return () => box?.removeEventListener('keydown', hold);
  }, [check, data]);

  return (
    <Popover opened={refusal !== null} position="bottom-end" withArrow shadow="md" width={260}>
      <Popover.Target>
        <input
          ref={input}
          className="fb-editor"
          value={text}
          aria-label={`New value of ${data.row.label}`}
          aria-invalid={refusal !== null}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setText(target.value);
            setRefusal(null);
            onValueChange(target.value);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown className="fb-refusal" role="alert">
        {refusal}
      </Popover.Dropdown>
    </Popover>
  );
}

const isCharacter = (key: string | null): key is string => key !== null && key.length === 1;

function startingText(key: string | null, value: unknown, unit: string): string {
  if (isCharacter(key)) return key;
  return typeof value === 'number' ? editableText(value, unit) : '';
}
