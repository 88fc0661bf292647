import { DeskFrame } from '@/app/_desk/desk-frame';
import { TokenRow } from '@/app/_desk/token-row';
import { Note } from '@/app/_ui/note';
import type { SymbolHolder } from '@/db/queries/token';
import { MarketList } from './market-list';

interface ContestedSymbolProps {
  readonly symbol: string;
  readonly tokens: readonly SymbolHolder[];
  readonly now: Date;
}

/** Several tokens go by one symbol: the desk asks instead of guessing. */
export function ContestedSymbol({ symbol, tokens, now }: ContestedSymbolProps) {
  return (
    <DeskFrame
      now={now}
      asideLabel="About symbols"
      aside={
        <Note>
          A symbol is a label that anyone may take. The desk knows a token by its id and never by its symbol,
          and it shows a price only where it is sure which token is meant.
        </Note>
      }
    >
      <div className="max-w-[72ch] pt-5 pb-8 text-15">
        <h1 className="text-20 leading-row tracking-tight">Which {symbol} do you mean?</h1>
        <p className="mt-2 text-pretty text-muted">
          {tokens.length} tokens go by that symbol. A symbol means one token at one venue for a time, so look
          at the name, where it trades and since when.
        </p>
        <ul className="mt-4 border-t border-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} now={now}>
              <div className="pb-2.5 ps-6">
                {token.markets.length === 0 && (
                  <p className="text-12 text-muted">No venue this desk listens to trades it.</p>
                )}
                <MarketList markets={token.markets} />
              </div>
            </TokenRow>
          ))}
        </ul>
      </div>
    </DeskFrame>
  );
}
