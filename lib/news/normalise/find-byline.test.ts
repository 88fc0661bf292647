import { describe, expect, it } from 'vitest';
import type { SourceKind } from '@/lib/model/feed';
import { findByline, type EdgeLine } from './find-byline';

const line = (text: string, place: EdgeLine['place'], urls: readonly string[] = []): EdgeLine => ({
  place,
  text,
  urls,
});
const TEXT = line('The harbour opened its gates on Monday after a long closure.', 'opening');

function nameIn(text: string, kind: SourceKind): string | undefined {
  const isLast =
    /^\W*(?:Source|Via|Quelle|Fuente|Fonte|Источник|المصدر|نُشر|来源|出典|출처|Original|First|Re|This|Dieser|Publi|本文|转)/iu;
  const lines = isLast.test(text) ? [TEXT, line(text, 'closing')] : [line(text, 'opening'), TEXT];
  return findByline(lines, kind)?.name;
}

describe('a text carries another house’s words', () => {
  it.each<[SourceKind, string, string]>([
    ['newsroom', 'PANews reported on November 23 that the harbour opened its gates.', 'PANews'],
    ['aggregator', 'PANews reported on November 23, 2026 that the harbour opened.', 'PANews'],
    ['aggregator', 'PANews reported that the harbour opened its gates.', 'PANews'],
    ['newsroom', 'Odaily Planet Daily News reported on Nov 23, the harbour opened.', 'Odaily'],
    ['newsroom', 'BlockBeats News, November 23 – the harbour opened its gates.', 'BlockBeats'],
    ['newsroom', 'BlockBeats news, on November 23, the harbour opened its gates.', 'BlockBeats'],
    ['newsroom', 'PANews November 23 news, the harbour opened its gates.', 'PANews'],
    ['newsroom', 'Foresight News reports that on November 23, the harbour opened.', 'Foresight News'],
    ['newsroom', 'ChainCatcher, 23 November: the harbour opened its gates.', 'ChainCatcher'],
    ['newsroom', 'PANews 11月23日消息，港口周一早间重新开放大门。', 'PANews'],
    ['newsroom', 'BlockBeats 消息，11 月 23 日，港口周一早间重新开放大门。', 'BlockBeats'],
    ['newsroom', 'Odaily星球日报讯 11月23日，港口重新开放。', 'Odaily'],
    ['newsroom', '深潮 TechFlow 消息，11 月 23 日，港口重新开放。', 'TechFlow'],
    ['newsroom', '金色财经报道，港口重新开放大门。', 'Jinse Finance'],
    ['newsroom', '吴说获悉，港口重新开放大门。', 'Wu Blockchain'],
    ['aggregator', 'Lane Ledger reported on November 23 that the harbour opened its gates.', 'Lane Ledger'],
    ['newsroom', 'Originally published by Lane Ledger.', 'Lane Ledger'],
    ['newsroom', 'This article was first published on Lane Ledger and appears here with permission.', 'Lane Ledger'],
    ['newsroom', 'Republished from Lane Ledger with permission.', 'Lane Ledger'],
    ['newsroom', '本文首发于港湾日报。', '港湾日报'],
    ['newsroom', '转载自：PANews', 'PANews'],
    ['newsroom', 'نُشر هذا المقال أولاً على منارة الكتل', 'منارة الكتل'],
    ['newsroom', 'Dieser Artikel wurde zuerst bei Lane Ledger veröffentlicht.', 'Lane Ledger'],
    ['newsroom', 'Publicado originalmente en Lane Ledger', 'Lane Ledger'],
    ['newsroom', 'Publié initialement sur Lane Ledger', 'Lane Ledger'],
    ['newsroom', 'Source: CoinDesk', 'CoinDesk'],
    ['newsroom', '来源：律动 BlockBeats', '律动 BlockBeats'],
    ['aggregator', 'Source: Lane Ledger', 'Lane Ledger'],
    ['aggregator', 'Source: Lane Ledger (https://lane.example/x)', 'Lane Ledger'],
    ['aggregator', 'Quelle: Lane Ledger', 'Lane Ledger'],
    ['aggregator', 'المصدر: منارة الكتل', 'منارة الكتل'],
    ['aggregator', '出典：暗号みなと', '暗号みなと'],
  ])('%s: %s', (kind, text, name) => {
    expect(nameIn(text, kind)).toBe(name);
  });
}); // prettier-ignore

describe('a text cites another house’s report and is nobody’s copy', () => {
  it.each<[SourceKind, string]>([
    ['newsroom', 'Bloomberg reported on November 23 that the harbour opened its gates.'],
    ['aggregator', 'Bloomberg reported on November 23 that the harbour opened its gates.'],
    ['aggregator', 'Reuters reported that the harbour opened.'],
    ['newsroom', 'Lane Ledger reported on November 23 that the harbour opened its gates.'],
    ['newsroom', 'PANews reported on Monday that the harbour opened, which its owner denies.'],
    ['newsroom', 'PANews reported that the harbour opened.'],
    ['newsroom', 'The harbour opened on Monday, PANews reported on November 23.'],
    ['aggregator', 'According to PANews, the harbour opened on November 23.'],
    ['aggregator', 'According to a report by CoinDesk on November 23, the harbour opened.'],
    ['newsroom', '据 PANews 11月23日消息，港口重新开放。'],
    ['newsroom', '据路透社报道，港口重新开放。'],
    ['aggregator', '根据 The Block 报道，港口重新开放。'],
    ['newsroom', '彭博社消息，港口重新开放。'],
    ['newsroom', 'وفقاً لرويترز، فُتح الميناء يوم الاثنين.'],
    ['newsroom', 'Source: TradingView'],
    ['aggregator', 'Source: TradingView'],
    ['aggregator', 'Source: X'],
    ['aggregator', 'Source: SEC filing'],
    ['newsroom', 'Source: Lane Ledger'],
    ['official', 'Source: CoinDesk'],
    ['aggregator', 'Source: CoinGecko, Glassnode'],
    ['aggregator', '来源：网络'],
    ['newsroom', 'Source code: the harbour’s gates are open.'],
    ['newsroom', 'Originally published on November 3, updated on November 23.'],
    ['newsroom', 'First published in 2019.'],
    ['newsroom', 'The paper was originally published by researchers in Oslo.'],
    ['newsroom', 'First reported by the Wall Street Journal’s sources, the deal is off, and nobody at the harbour will say why.'],
    ['newsroom', 'He reported on November 23 that the harbour opened.'],
    ['aggregator', 'The harbour reported on November 23 that its gates are open.'],
    ['aggregator', 'Market news, November 23: the harbour opened.'],
  ])('%s: %s', (kind, text) => {
    expect(nameIn(text, kind)).toBeUndefined();
  });
}); // prettier-ignore

it('the line’s links and its words are the evidence', () => {
  const credit = line('Originally published by Lane Ledger.', 'closing', ['https://lane.example/x']);
  expect(findByline([TEXT, credit], 'newsroom')).toEqual({
    name: 'Lane Ledger',
    urls: ['https://lane.example/x'],
    sentence: 'Originally published by Lane Ledger.',
  });
});
