/** The only places that read the machine's clock are this one and the composition root. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
