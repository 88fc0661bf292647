import type { Language } from './outlets';

/** Whoever appears in the news of this world and exists nowhere else. */
export const NAMES = {
  firm: [
    'Harrowgate Capital',
    'Pellworth Asset Management',
    'Ostrander Funds',
    'Quillmark Investments',
    'Lindenrow Partners',
    'Brackwater Advisors',
    'Vesper Hill Management',
    'Calder & Wyke',
    'Tarn Ridge Capital',
  ],
  protocol: [
    'Mossbridge',
    'Lumenfold',
    'Quartzlend',
    'Ferrywire',
    'Halyard Swap',
    'Nimbus Vaults',
    'Oakrail',
    'Pinemarsh',
    'Saltbox',
    'Copperleaf',
    'Drumlin',
    'Kestrel Markets',
    'Fernhook',
  ],
  startup: [
    'Plinthworks',
    'Anvilrow',
    'Sablepay',
    'Graintrace',
    'Northloom',
    'Cindergate',
    'Ringfort Labs',
    'Tallowbyte',
    'Wrenfield Systems',
    'Osierworks',
  ],
  miner: [
    'Granite Hash',
    'Fjordwatt Mining',
    'Redmesa Compute',
    'Bluff Creek Mining',
    'Coldspring Hashworks',
  ],
  venue: ['Northquay', 'Corvane', 'Northquay', 'Baltic Row', 'Northquay', 'Trellis Exchange', 'Meridian Pit'],
  bank: ['Aldermoor Bank', 'Kirkdale Savings', 'Bank of Eastmarch', 'Lowmead Trust', 'Holm & Strand'],
  auditor: ['Plumbline Security', 'Greyfuse', 'Ironsift', 'Tracewell Labs', 'Palisade Review'],
  desk: [
    'Latchkey Research',
    'Fellside Analytics',
    'Softwater Data',
    'Tallyrock',
    'Fathomline',
    'Inkstone Research',
  ],
  stable: ['Larkdollar', 'Quaydollar', 'Fenneuro', 'Alderdollar', 'Tidemark Dollar'],
} as const;

export type NamePool = keyof typeof NAMES;

/** Described, not named: each list in the same order. */
export const REGULATORS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'a European securities regulator',
    'the market authority of a Gulf state',
    'an Asian financial watchdog',
    'a Nordic supervisory authority',
    'a Latin American markets commission',
  ],
  zh: [
    '一家欧洲证券监管机构',
    '某海湾国家市场管理局',
    '一家亚洲金融监管机构',
    '一家北欧监管机构',
    '一家拉美市场委员会',
  ],
  ja: [
    '欧州の証券規制当局',
    '湾岸国の市場監督庁',
    'アジアの金融監督当局',
    '北欧の監督当局',
    '中南米の市場委員会',
  ],
  ar: [
    'هيئة أوراق مالية أوروبية',
    'هيئة السوق في دولة خليجية',
    'هيئة رقابة مالية آسيوية',
    'هيئة رقابة في شمال أوروبا',
    'هيئة أسواق في أمريكا اللاتينية',
  ],
  de: [
    'eine europäische Wertpapieraufsicht',
    'die Marktaufsicht eines Golfstaats',
    'eine asiatische Finanzaufsicht',
    'eine nordische Aufsichtsbehörde',
    'eine lateinamerikanische Marktkommission',
  ],
};

export const PLACES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'the far north of Europe',
    'a port city on the Gulf',
    'the Andean highlands',
    'a river valley in Southeast Asia',
    'the Atlantic coast',
  ],
  zh: ['欧洲北部', '海湾一座港口城市', '安第斯高原', '东南亚某流域', '大西洋沿岸'],
  ja: ['欧州北部', '湾岸の港町', 'アンデス高地', '東南アジアの流域', '大西洋沿岸'],
  ar: [
    'أقصى شمال أوروبا',
    'مدينة ساحلية في الخليج',
    'مرتفعات الأنديز',
    'وادي نهري في جنوب شرق آسيا',
    'ساحل الأطلسي',
  ],
  de: [
    'Nordeuropa',
    'eine Hafenstadt am Golf',
    'das Hochland der Anden',
    'ein Flusstal in Südostasien',
    'die Atlantikküste',
  ],
};

/** Tokens that have a name of their own in a language; all others keep their Latin one. */
export const LOCAL_TOKEN_NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  de: {},
  zh: {
    bitcoin: '比特币',
    ethereum: '以太坊',
    dogecoin: '狗狗币',
    litecoin: '莱特币',
    ripple: '瑞波币',
    polkadot: '波卡',
  },
  ja: {
    bitcoin: 'ビットコイン',
    ethereum: 'イーサリアム',
    solana: 'ソラナ',
    dogecoin: 'ドージコイン',
    cardano: 'カルダノ',
    litecoin: 'ライトコイン',
  },
  ar: {
    bitcoin: 'بيتكوين',
    ethereum: 'إيثريوم',
    solana: 'سولانا',
    dogecoin: 'دوجكوين',
    cardano: 'كاردانو',
    litecoin: 'لايتكوين',
  },
};
