/** A titled part of a page that scrolls: heading, a line beneath it, content. */
import type { ReactNode } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}

export function Section({ title, lead, children, aside }: SectionProps) {
  return (
    <section className="fb-section">
      <header>
        <div>
          <h2>{title}</h2>
          {lead ? <p>{lead}</p> : null}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
