import { RATES, type Rate } from '@/lib/live/protocol';

/** What the pieces on the page want, counted: the fastest wish for a token wins. */
export function createWishes(onChange: () => void): Wishes {
  const tokens = new Map<string, Rate[]>();
  let news = 0;

  return {
    tokens: () => new Map([...tokens].map(([id, rates]) => [id, fastest(rates)])),
    news: () => news > 0,
    any: () => tokens.size > 0 || news > 0,
    wantToken(id, rate) {
      tokens.set(id, [...(tokens.get(id) ?? []), rate]);
      onChange();
      return once(() => {
        const left = without(tokens.get(id) ?? [], rate);
        if (left.length > 0) tokens.set(id, left);
        else tokens.delete(id);
        onChange();
      });
    },
    wantNews() {
      news += 1;
      onChange();
      return once(() => {
        news -= 1;
        onChange();
      });
    },
  };
}

function fastest(rates: readonly Rate[]): Rate {
  return rates.reduce((best, rate) => (RATES[rate] < RATES[best] ? rate : best), 'idle');
}

function without(rates: readonly Rate[], rate: Rate): Rate[] {
  const at = rates.indexOf(rate);
  return rates.filter((_, index) => index !== at);
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    run();
  };
}

export interface Wishes {
  tokens(): ReadonlyMap<string, Rate>;
  news(): boolean;
  any(): boolean;
  /** Returns the way out. */
  wantToken(id: string, rate: Rate): () => void;
  wantNews(): () => void;
}
