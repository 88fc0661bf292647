export const SUBSCRIPTION_STATES = ['asked', 'active', 'refused', 'lapsed'] as const;
/** `asked`: the hub has not confirmed yet; `lapsed`: its lease ran out. Only an `active` one spares us polls. */
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];
