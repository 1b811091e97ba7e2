/** Keys that work wherever the focus is, except while text is being typed. */
import { useEffect } from 'react';
import { appState } from '../store/use-app';

export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) appState().undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) appState().redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** In a text box these keys undo the typing itself. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input[type=text], input:not([type]), textarea');
