/** Between the beginnings of two requests to one host, so that a site with many feeds is not asked in a volley. */
const SPACING_MS = 1_000;
/** As many requests as a polite reader has open to one host. */
const PLACES = 2;
/** A request without its end by then hangs: it moves aside, so that the host's other feeds get their turn. */
const HANGS_AFTER_MS = 3_000;
/** Requests that only wait for their answer, beside the two. */
const PLACES_ASIDE = 2;
/** Who would wait longer for a turn is told when to come again instead of being kept. */
const MAX_WAIT_MS = 10_000;
/** Who has waited so long, against what was expected, is sent away. */
const PATIENCE_MS = 20_000;
const COME_AGAIN_MS = { min: 2_000, max: 60_000 };
/** How much the latest duration counts in what is expected of the next. */
const WEIGHT_OF_LATEST = 0.3;

/** Leave to ask; `end` gives the place back. */
export interface Turn {
  readonly kind: 'turn';
  end(): { readonly didHang: boolean };
}

/** No turn for now: to come again after so long. */
export interface ComeAgain {
  readonly kind: 'come-again';
  readonly afterMs: number;
  /** The host has asked to be left alone. */
  readonly isResting: boolean;
}

/**
 * Who may ask one host, and when: first come, first served, apart from what is known to hang, and nobody while the
 * host wishes to be left alone.
 */
export class HostQueue {
  readonly #lanes = {
    main: createLane(PLACES, 300),
    aside: createLane(PLACES_ASIDE, 5_000),
  };
  readonly #spacingMs: number;
  #nextStartAt = 0;
  #isSpacing = false;
  #restsUntil = 0;
  /** Sent away since then: they come again one after the other. */
  #sentAway = 0;

  /** @param isOurOwn the host is this machine: nobody else's patience is spent. */
  constructor(isOurOwn: boolean) {
    this.#spacingMs = isOurOwn ? 0 : SPACING_MS;
  }

  get isIdle(): boolean {
    const lanes = Object.values(this.#lanes);
    return !this.#isResting && lanes.every((lane) => lane.running === 0 && lane.waiting.length === 0);
  }

  /** The host asked for so long a pause: who waits is sent away, who comes meanwhile too. */
  rest(ms: number): void {
    const until = performance.now() + ms;
    if (this.#spacingMs === 0 || until <= this.#restsUntil) return;
    this.#restsUntil = until;
    this.#sentAway = 0;
    for (const { waiting } of Object.values(this.#lanes)) {
      for (const { settle, patience } of waiting.splice(0)) {
        clearTimeout(patience);
        settle(this.#afterRest());
      }
    }
  }

  get #isResting(): boolean {
    return this.#restsUntil > performance.now();
  }

  #afterRest(): ComeAgain {
    this.#sentAway += 1;
    const afterMs = this.#restsUntil - performance.now() + this.#sentAway * this.#spacingMs;
    return { kind: 'come-again', afterMs: Math.ceil(afterMs), isResting: true };
  }

  /** @param isKnownToHang its last request did: it never takes the place of one that does not. */
  enter(isKnownToHang: boolean): Promise<Turn | ComeAgain> {
    if (this.#isResting) return Promise.resolve(this.#afterRest());
    const lane = this.#lanes[isKnownToHang ? 'aside' : 'main'];
    const expectedMs = this.#expectWait(lane);
    if (expectedMs > MAX_WAIT_MS) return Promise.resolve(comeAgain(expectedMs));
    return new Promise((settle) => {
      const waiter: Waiter = {
        settle,
        patience: setTimeout(() => this.#sendAway(lane, waiter), PATIENCE_MS),
      };
      lane.waiting.push(waiter);
      this.#serve();
    });
  }

  #expectWait(lane: Lane): number {
    const behind = lane.waiting.length + (lane.running < lane.places ? 0 : 1);
    const spaced = Math.max(0, this.#nextStartAt - performance.now()) + lane.waiting.length * this.#spacingMs;
    return Math.max(spaced, (behind * lane.typicalMs) / lane.places);
  }

  #sendAway(lane: Lane, waiter: Waiter): void {
    lane.waiting.splice(lane.waiting.indexOf(waiter), 1);
    waiter.settle(comeAgain(this.#expectWait(lane)));
  }

  /** Gives out what places there are, no sooner than the spacing allows. */
  #serve(): void {
    for (const lane of Object.values(this.#lanes)) {
      while (lane.running < lane.places && lane.waiting.length > 0) {
        const restMs = this.#nextStartAt - performance.now();
        if (restMs > 0) return this.#serveAfter(restMs);
        const waiter = lane.waiting.shift();
        if (waiter) this.#start(lane, waiter);
      }
    }
  }

  #serveAfter(restMs: number): void {
    if (this.#isSpacing) return;
    this.#isSpacing = true;
    setTimeout(() => {
      this.#isSpacing = false;
      this.#serve();
    }, Math.ceil(restMs));
  }

  #start(lane: Lane, { settle, patience }: Waiter): void {
    clearTimeout(patience);
    const startedAt = performance.now();
    this.#nextStartAt = startedAt + this.#spacingMs;
    let place = lane;
    place.running += 1;
    const watch = setTimeout(() => (place = this.#moveAside(place)), HANGS_AFTER_MS);
    const end = () => {
      clearTimeout(watch);
      const tookMs = performance.now() - startedAt;
      place.running -= 1;
      place.typicalMs += WEIGHT_OF_LATEST * (tookMs - place.typicalMs);
      this.#serve();
      return { didHang: tookMs >= HANGS_AFTER_MS };
    };
    settle({ kind: 'turn', end });
  }

  #moveAside(from: Lane): Lane {
    const { aside } = this.#lanes;
    if (from === aside || aside.running >= aside.places) return from;
    from.running -= 1;
    aside.running += 1;
    this.#serve();
    return aside;
  }
}

function createLane(places: number, typicalMs: number): Lane {
  return { places, typicalMs, running: 0, waiting: [] };
}

function comeAgain(expectedMs: number): ComeAgain {
  const afterMs = Math.min(COME_AGAIN_MS.max, Math.max(COME_AGAIN_MS.min, Math.ceil(expectedMs)));
  return { kind: 'come-again', afterMs, isResting: false };
}

interface Lane {
  readonly places: number;
  running: number;
  readonly waiting: Waiter[];
  /** How long a request of this lane takes, lately. */
  typicalMs: number;
}

interface Waiter {
  readonly settle: (answer: Turn | ComeAgain) => void;
  readonly patience: NodeJS.Timeout;
}
