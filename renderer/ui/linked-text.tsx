/** Running text in which some words are links to somewhere else on the page. */
import './linked-text.css';

export interface TextPart {
  readonly text: string;
  /** What the words stand for; absent on plain words. */
  readonly id?: string;
}

interface LinkedTextProps {
  readonly parts: readonly TextPart[];
  /** What a link opens, said before its words to those who hear them alone. */
  readonly opens: string;
  readonly onOpen: (id: string) => void;
}

export function LinkedText({ parts, opens, onOpen }: LinkedTextProps) {
  let at = 0;
  return (
    <>
      {parts.map(({ text, id }) => {
        const key = at;
        at += text.length;
        if (id === undefined) return <span key={key}>{text}</span>;
        return (
          <button key={key} type="button" className="fb-text-link" onClick={() => onOpen(id)}>
            <span className="fb-hidden">{opens} </span>
            {text}
          </button>
        );
      })}
    </>
  );
}
