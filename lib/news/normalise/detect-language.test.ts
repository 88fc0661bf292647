import { expect, it } from 'vitest';
import { detectLanguage } from './detect-language';

it.each([
  ['en', '比特币突破十万美元', 'zh'],
  ['en', 'ビットコインが最高値を更新', 'ja'],
  ['en', '비트코인 사상 최고가 경신', 'ko'],
  ['en', 'بيتكوين يتجاوز مئة ألف دولار', 'ar'],
  ['fa', 'بیت‌کوین از صد هزار دلار گذشت', 'fa'],
  ['en', 'Биткоин обновил максимум', 'ru'],
  ['uk', 'Біткоїн оновив максимум', 'uk'],
  ['en', 'ביטקוין שובר שיא', 'he'],
  ['de', 'Bitcoin steigt auf Rekordhoch', 'de'],
  ['zh', 'Bitcoin climbs to a record', 'en'],
  ['pt-BR', 'Bitcoin sobe', 'pt'],
  ['zh', 'PANews 消息：BTC 突破 100,000 美元', 'zh'],
])('a source in %s says "%s": %s', (declared, text, language) => {
  expect(detectLanguage(text, declared)).toBe(language);
});

it.each(['', '42', '🚀'])('"%s" is in the language its source says', (text) => {
  expect(detectLanguage(text, 'ja')).toBe('ja');
});
