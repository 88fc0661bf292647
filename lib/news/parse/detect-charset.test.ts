import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';
import { detectCharset } from './detect-charset';

const RUSSIAN =
  'Биржа сообщила, что вывод средств откроется в понедельник утром, после проверки кошельков. Торги продолжаются.';
const CHINESE =
  '交易所周一表示，充值保持开放，提现将在钱包迁移完成后恢复，用户无需进行任何操作。市场成交量一周内翻倍。';
const TRADITIONAL =
  '交易所週一表示，充值保持開放，提領將在錢包遷移完成後恢復，用戶無需進行任何操作。市場成交量一週內翻倍。';
const JAPANESE =
  '取引所は月曜日、入金は引き続き可能で、出金はウォレットの移行が終わり次第再開すると発表した。操作は不要です。';
const KOREAN =
  '거래소는 월요일 입금은 계속 가능하며 지갑 이전이 끝나는 대로 출금을 재개한다고 밝혔다. 이용자가 할 일은 없다.';
const GREEK =
  'Το ανταλλακτήριο ανακοίνωσε τη Δευτέρα ότι οι καταθέσεις παραμένουν ανοιχτές ενώ μεταφέρει τα πορτοφόλια του.';
const HEBREW = 'הבורסה הודיעה ביום שני כי ההפקדות יישארו פתוחות בזמן שהיא מעבירה את הארנקים שלה לספק חדש.';
const ARABIC =
  'أعلنت البورصة يوم الاثنين أن الإيداع يبقى مفتوحا بينما تنقل محافظها إلى مزود جديد ولا يحتاج أحد إلى إجراء.';
const THAI = 'ตลาดแลกเปลี่ยนแจ้งเมื่อวันจันทร์ว่าการฝากเงินยังเปิดอยู่ ขณะที่ย้ายกระเป๋าเงินไปยังผู้ให้บริการรายใหม่';
const TURKISH =
  'Borsa pazartesi günü yaptığı açıklamada cüzdanlarını taşırken yatırma işlemlerinin açık kalacağını söyledi.';
const POLISH =
  'Giełda poinformowała w poniedziałek, że wpłaty pozostają otwarte, podczas gdy przenosi portfele. Użytkownicy nie muszą nic robić.';
const CZECH =
  'Burza v pondělí oznámila, že vklady zůstávají otevřené, zatímco přesouvá své peněženky k novému poskytovateli.';
const FRENCH =
  'La bourse a annoncé lundi que les dépôts restent ouverts pendant qu’elle déplace ses portefeuilles à un prestataire.';

/** Fifteen ways of writing, each as a feed of one, five and forty items without any label. */
describe('bytes without a label', () => {
  const languages = [
    ['windows-1251', RUSSIAN], ['koi8-r', RUSSIAN], ['iso-8859-5', RUSSIAN], ['gbk', CHINESE], ['big5', TRADITIONAL],
    ['shift_jis', JAPANESE], ['euc-jp', JAPANESE], ['euc-kr', KOREAN], ['windows-1253', GREEK], ['windows-1255', HEBREW],
    ['windows-1256', ARABIC], ['tis-620', THAI], ['windows-1254', TURKISH], ['windows-1250', POLISH],
    ['iso-8859-2', CZECH],
  ] as const; // prettier-ignore

  it.each(languages.flatMap(([charset, text]) => [1, 5, 40].map((items) => [charset, items, text] as const)))(
    'in %s are recognised in a feed of %i items',
    async (charset, items, text) => {
      const feed = toFeed(text, items);
      expect((await decodeText(iconv.encode(feed, charset), 'text/xml')).text).toBe(feed);
    },
  );

  it.each([
    ['French', FRENCH],
    ['an accent or two', 'Bitcoin near café prices'],
    ['a curly apostrophe', 'It’s here'],
  ])('in windows-1252 stay that: %s', async (_, text) => {
    expect((await decodeText(iconv.encode(toFeed(text, 3), 'windows-1252'), undefined)).text).toContain(text);
  });

  it('that are too few tell nothing', async () => {
    expect(await detectCharset(iconv.encode('<a>café</a>', 'windows-1252'))).toBeUndefined();
    expect(await detectCharset(Buffer.alloc(0))).toBeUndefined();
  });
});

describe('bytes with a label that cannot be true', () => {
  it.each([
    ['declared as UTF-8', '<?xml version="1.0" encoding="utf-8"?>', undefined],
    ['sent as UTF-8', '', 'text/xml; charset=utf-8'],
    ['declared as UTF-16', '<?xml version="1.0" encoding="utf-16"?>', undefined],
    ['declared as nothing known', '<?xml version="1.0" encoding="x-unknown"?>', undefined],
  ])('are read by what they are: %s', async (_, prolog, contentType) => {
    const feed = prolog + toFeed(RUSSIAN, 3);
    expect((await decodeText(iconv.encode(feed, 'windows-1251'), contentType)).text).toBe(feed);
  });
});

function toFeed(text: string, items: number): string {
  const item = `<item><title>${text.slice(0, 50)}</title><link>https://a.example/x</link><description>${text}</description></item>`;
  return `<rss version="2.0"><channel>${item.repeat(items)}</channel></rss>`;
}
