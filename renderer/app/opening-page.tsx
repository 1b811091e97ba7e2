/** The shape of the workbook to come, with words for what is being done. */
import { Skeleton } from '@mantine/core';
import { useApp } from '../store/use-app';
import './opening-page.css';

export function OpeningPage() {
  const progress = useApp((state) => state.progress);
  return (
    <main className="fb-opening">
      <div className="fb-opening-bar">Footbridge</div>
      <div className="fb-opening-body">
        <div className="fb-opening-nav" aria-hidden="true">
          {[90, 60, 75, 80, 70, 66, 84].map((width) => (
            <Skeleton key={width} height={11} width={`${width}%`} />
          ))}
        </div>
        <div className="fb-opening-main">
          <p role="status" className="fb-opening-words">
            {progress || 'Opening'}…
          </p>
          <div className="fb-opening-figures" aria-hidden="true">
            {[1, 2, 3, 4, 5].map((figure) => (
              <div key={figure}>
                <Skeleton height={9} width="70%" mb={9} />
                <Skeleton height={20} width="90%" />
              </div>
            ))}
          </div>
          <div aria-hidden="true">
            {Array.from({ length: 12 }, (_, row) => row).map((row) => (
              <Skeleton key={row} height={12} mb={18} width={`${96 - (row % 4) * 7}%`} />
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}
