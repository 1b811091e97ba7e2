/** A button of the top bar: an icon with its name for hover and for screen readers. */
import { Tooltip } from '@mantine/core';
import { Icon, type IconName } from '../ui/icons';

interface BarButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

export function BarButton({ icon, label, keys, disabled, pressed, onClick }: BarButtonProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <button
        type="button"
        className="fb-bar-button"
        aria-label={label}
        aria-disabled={disabled}
        aria-pressed={pressed}
        onClick={disabled ? undefined : onClick}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  );
}
