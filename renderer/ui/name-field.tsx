/** A name being changed where it stands: Enter or leaving keeps it, Escape puts it back. */
import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

export function NameField({ label, name, onDone, onCancel }: NameFieldProps) {
  const [text, setText] = useState(name);
  // Leaving the field by either key takes it away, which may also be told as a loss of focus.
  const settled = useRef(false);
  const settle = (end: () => void) => {
    if (settled.current) return;
    settled.current = true;
    end();
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      value={text}
      maxLength={200}
      data-autofocus
      ref={(field) => {
        // The menu that asked for it gives the focus back to its own button as it closes.
        if (field) setTimeout(() => field.isConnected && field.focus(), 30);
      }}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(() => onDone(text));
        if (event.key === 'Escape') settle(onCancel);
      }}
      onBlur={() => settle(() => onDone(text))}
    />
  );
}
