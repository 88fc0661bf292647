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
  ['en', 'بیت‌کوین از صد هزار دلار گذشت و پس از آن دیگر رمزارزها نیز رشد کردند', 'fa'],
  ['ru', 'Біткоїн оновив історичний максимум', 'uk'],
  ['en', 'El precio de la criptomoneda subió por la compra de los fondos que más han crecido este año', 'es'],
  ['en', 'Der Kurs steigt, weil die Fonds nach dem Bericht mehr kaufen und das Angebot nicht wächst', 'de'],
  ['en', 'Le cours monte dans les marchés, selon une note qui est sortie pour les fonds des banques', 'fr'],
  [
    'en',
    'O preço subiu com a compra dos fundos, que não são os maiores do país, e também para uma conta',
    'pt',
  ],
  ['tr', 'The price of the coin is up as the funds have been buying it from their clients', 'en'],
  ['sv', 'The price of the coin is up as the funds have been buying it from their clients', 'sv'],
  ['en', 'La Liga token up', 'en'],
  ['zh', 'PANews 消息：BTC 突破 100,000 美元', 'zh'],
])('a source in %s says "%s": %s', (declared, text, language) => {
  expect(detectLanguage(text, declared)).toBe(language);
});

it.each(['', '42', '🚀'])('"%s" is in the language its source says', (text) => {
  expect(detectLanguage(text, 'ja')).toBe('ja');
});
