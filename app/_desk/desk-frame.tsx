import type { ReactNode } from 'react';
import { readBoard } from '@/db/queries/board';
import { Board } from './board';

const BOARD_ROWS = 36;

interface DeskFrameProps {
  readonly now: Date;
  readonly children: ReactNode;
  /** What the side column is, for those who hear the page. */
  readonly asideLabel: string;
  readonly aside: ReactNode;
  /** What follows the main matter, and on a phone the aside too. */
  readonly after?: ReactNode;
}

/** Prices, the page's matter, and what belongs beside it. */
export async function DeskFrame({ now, children, asideLabel, aside, after }: DeskFrameProps) {
  const tokens = await readBoard(BOARD_ROWS);
  return (
    <div className="desk">
      <Board tokens={tokens} now={now} />
      <main id="main" className="desk-main">
        {children}
      </main>
      <aside className="desk-aside" aria-label={asideLabel}>
        <div className="desk-sticky desk-aside-scroll">{aside}</div>
      </aside>
      {after !== undefined && <div className="desk-after">{after}</div>}
    </div>
  );
}
