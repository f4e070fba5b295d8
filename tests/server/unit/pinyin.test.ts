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

  it('keeps sort keys short enough for a cursor of two', () => {
    const { sortKey, regionKey } = searchFields(
      { name: '装'.repeat(60), short: '', region: '装'.repeat(20) },
      'a'.repeat(40),
    );
    expect(`${regionKey}|${sortKey}`.length).toBeLessThanOrEqual(300);
  });

  it('writes a name one way however it was typed', () => {
    expect(tidyName('  示例　煤业(集团)ＡＢＣ ')).toBe('示例 煤业（集团）ABC');
    expect(searchOf(' 　 ')).toBeNull();
  });
});
