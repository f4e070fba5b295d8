import { sortPinyin, spell } from '@server/kit/pinyin';
import { searchFields, searchOf, tidyName } from '@server/kit/search';

describe('pinyin of unit names', () => {
  it.each([
    ['重庆长安重型机械厂', 'chong qing chang an zhong xing ji xie chang'],
    ['西安市长安区煤矿', 'xi an shi chang an qu mei kuang'],
    ['子长市瓦窑堡煤矿', 'zi chang shi wa yao bu mei kuang'],
    ['吴堡县横沟煤炭', 'wu bu xian heng gou mei tan'],
    ['吕梁绿源能源', 'lv liang lv yuan neng yuan'],
    ['厦门市银行', 'xia men shi yin hang'],
    ['会计师事务所', 'kuai ji shi shi wu suo'],
    ['ABC科技（3M）公司', 'abc ke ji 3m gong si'],
  ])('%s', (name, pinyin) => {
    expect(sortPinyin(name, 200)).toBe(pinyin);
  });

  it('divides at what has no sound', () => {
    expect(spell('煤（A')).toEqual([{ sound: 'mei', han: true }, null, { sound: 'a', han: false }]);
  });

  it('reads the surname of a person as a surname, and of nobody else', () => {
    const contact = { kind: 'head' as const, position: '', phone: '', landline: '', email: '', wechat: '' };
    const contacts = [
      { ...contact, name: '曾示例' },
      { ...contact, name: '单解' },
    ];
    const { pinyin, initials } = searchFields({ name: '曾经煤矿', short: '', region: '', contacts }, 'u');
    expect([pinyin, initials]).toEqual(['ceng jing mei kuang#zeng shi li|shan jie', 'cjmk#zsl sj']);
  });

  it('keeps sort keys short enough for a cursor of two', () => {
    const { sortKey, regionKey, regionPlace } = searchFields(
      { name: '装'.repeat(60), short: '', region: '装'.repeat(20) },
      'a'.repeat(40),
    );
    expect(`${regionKey}|${sortKey}`.length).toBeLessThanOrEqual(300);
    expect(regionPlace.length).toBeLessThanOrEqual(300);
    expect(Buffer.byteLength(regionPlace)).toBeLessThan(1000);
  });

  it('keeps people apart from names, so that a search can be by names alone', () => {
    const contact = { kind: 'head' as const, position: '', landline: '', email: '', wechat: '' };
    const contacts = [{ ...contact, name: '王示例', phone: '19900001234' }];
    const unit = { name: '白塔煤矿', short: '白塔2025', region: '西安', contacts };
    const fields = { ...unit, ...searchFields(unit, 'unit-1') };
    expect([fields.initials, fields.pinyin]).toEqual([
      'btmk bt2025#wsl',
      'bai ta mei kuang|bai ta 2025#wang shi li',
    ]);
    const finds = (typed: string, by: 'all' | 'names') => {
      const { gram = '', either = [] } = searchOf(typed, by) ?? {};
      const flat: Record<string, string> = { ...fields, 'contacts.phone': '19900001234' } as never;
      return (
        fields.grams.includes(gram) &&
        either.some((one) => Object.entries(one).some(([key, form]) => form.test(flat[key] ?? '')))
      );
    };
    for (const typed of ['白塔', 'btmk', 'bt20', 'baita', 'meikuang', '2025']) {
      expect([typed, finds(typed, 'all'), finds(typed, 'names')]).toEqual([typed, true, true]);
    }
    for (const typed of ['王示例', 'wsl', 'wangshili', 'shili', '1234', '19900001234']) {
      expect([typed, finds(typed, 'all'), finds(typed, 'names')]).toEqual([typed, true, false]);
    }
  });

  it('writes a name one way however it was typed', () => {
    expect(tidyName('  示例　煤业(集团)ＡＢＣ ')).toBe('示例 煤业（集团）ABC');
    expect(searchOf(' 　 ')).toBeNull();
  });
});
