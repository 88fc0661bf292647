import type { Voice } from './voice';

/** An exchange to its customers. */
export const OFFICIAL: Voice = {
  kinds: {
    listing: {
      titles: ['{venue} Will List {token} ({sym})', 'New Listing: {token} ({sym}) on {venue}'],
      deks: [
        '{venue} will open spot trading for {token} ({sym}). Deposits are open now.',
        'Spot trading in {token} ({sym}) starts at 10:00 UTC on {date}.',
      ],
      facts: [
        'Fellow traders, {venue} will list {token} ({sym}) and open {n1} spot pairs.',
        'Deposits are open. Withdrawals will open 24 hours after trading starts. Funds sent over other networks cannot be credited.',
        'Trading starts at 10:00 UTC on {date}. The first five minutes accept limit orders only.',
      ],
    },
    'delisting-pairs': {
      titles: ['Notice of Removal of Spot Trading Pairs', '{venue} Will Remove {n1} Spot Pairs'],
      deks: ['Following its quarterly review, {venue} will remove {n1} spot pairs at 08:00 UTC on {date}.'],
      facts: [
        'Open orders in these pairs are cancelled automatically after trading ends.',
        'The removal of a pair does not affect the coins themselves. They can still be traded against other quote currencies.',
        'Please update or stop your trading bots before the removal to avoid losses.',
      ],
    },
    'wallet-maintenance': {
      titles: [
        'Deposits and Withdrawals of {token} ({sym}) Paused for Network Upgrade',
        'Wallet Maintenance for {token} ({sym}) on {date}',
      ],
      deks: [
        '{venue} will support the {token} ({sym}) network upgrade. Transfers pause at 06:00 UTC on {date}.',
        'Transfers of {sym} pause for about {n1} hours. Trading is not affected.',
      ],
      facts: [
        'We will reopen transfers once the upgraded network is stable and will not send a further notice.',
        'Trading of {sym} continues as usual during the upgrade.',
        'Please allow enough time for your deposit to be processed before the pause.',
      ],
    },
    'fee-change': {
      titles: ['Update to the {venue} Fee Schedule', '{venue} Lowers Trading Fees from {date}'],
      deks: ['From {date}, {venue} applies a new fee schedule. The smallest tier pays {p2} less.'],
      facts: [
        'The maker rebate in the highest tier is {p1}.',
        'Tiers are computed daily at 00:00 UTC from the volume of the past 30 days.',
        'Fees for existing institutional agreements do not change.',
      ],
    },
    'proof-of-reserves': {
      titles: ['{venue} Proof of Reserves: {n2:th} Report', 'Our Reserves Stand at {p1}: Monthly Report'],
      deks: ['{venue} has published its proof of reserves for {n1} assets. The overall ratio is {p1}.'],
      facts: [
        'You can verify your own entry with the open-source tool linked in your account.',
        '{auditor} has checked the total and the list of addresses.',
        'The next report will be published in four weeks.',
      ],
    },
    'perpetual-launch': {
      titles: [
        '{venue} Futures Will Launch {sym} Perpetual Contracts',
        'New Perpetual: {token} ({sym}) up to {n1}x',
      ],
      deks: [
        '{venue} Futures will launch a {token} ({sym}) perpetual contract with up to {n1}x leverage on {date}.',
      ],
      facts: [
        'The contract is settled in a stablecoin. Funding is exchanged every four hours.',
        'Position limits apply during the first week.',
        'Futures trading carries a high risk. Please read the terms before you trade.',
      ],
    },
  },
  theme: {
    headings: ['Notes', 'Details', 'Please note'],
    contexts: [
      'There may be differences between this original notice and any translation. The English text prevails.',
      'Times in this notice are given in Coordinated Universal Time.',
      'Information in this notice may change at short notice. The latest version is always on this page.',
    ],
    quotes: [],
    points: [
      'No action is needed for existing balances',
      'Check the network before you deposit',
      'Support answers around the clock',
      'Rules on position limits apply',
    ],
    outlooks: [
      'Thank you for your support. The {venue} team.',
      'Digital assets carry a high market risk. Please trade with caution.',
    ],
  },
};
