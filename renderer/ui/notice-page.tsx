/** A page with one message on it: loading, failed, or nothing to show. */
import type { ReactNode } from 'react';
import './notice-page.css';

interface NoticePageProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function NoticePage({ title, children }: NoticePageProps) {
  return (
    <main className="fb-notice">
      <div className="fb-notice-brand">Footbridge</div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
