import { AppError } from '@server/kit/errors';
import {
  hasIdNumberKey,
  isSealed,
  keyMustBeThere,
  maskForm,
  openIdNumber,
  sealForm,
  sealIdNumber,
} from '@server/kit/id-number';

const PLAIN = '61000019850309007X';
const [OLD, NEW] = ['1'.repeat(64), Buffer.alloc(32, 7).toString('base64')];

describe('ID numbers as they are stored', () => {
  const use = (key: string) => void (process.env.ID_NUMBER_KEY = key);
  beforeEach(() => use(OLD));
  afterAll(() => void delete process.env.ID_NUMBER_KEY);

  it('are sealed, never the same twice, and opened again', () => {
    const [one, two] = [sealIdNumber(PLAIN), sealIdNumber(PLAIN)];
    expect(one).not.toBe(two);
    for (const sealed of [one, two]) {
      expect(sealed).not.toContain(PLAIN.slice(6, 14));
      expect(isSealed(sealed)).toBe(true);
      expect(openIdNumber(sealed)).toBe(PLAIN);
    }
  });

  it('take a key in hex or base64', () => {
    use(NEW);
    expect(openIdNumber(sealIdNumber(PLAIN))).toBe(PLAIN);
  });

  it.each(['', 'short', 'g'.repeat(64), Buffer.alloc(31).toString('base64')])('have no key in %j', (key) => {
    use(key);
    expect(hasIdNumberKey()).toBe(false);
    expect(() => sealIdNumber(PLAIN)).toThrow('系统还没有设置身份证号的加密密钥');
    expect(() => keyMustBeThere({ fields: ['idNumber'] }, 'preset')).toThrow(
      new AppError(
        'conflict',
        '系统还没有设置身份证号的加密密钥，不能收集身份证号，请联系系统管理员',
        'preset',
      ),
    );
    expect(() => keyMustBeThere({ fields: ['name'] }, 'preset')).not.toThrow();
  });

  it('are opened by the old key while the new one seals (rotation)', () => {
    const before = sealIdNumber(PLAIN);
    use(`${NEW}, ${OLD}`);
    const after = sealIdNumber(PLAIN);
    expect(openIdNumber(before)).toBe(PLAIN);
    use(NEW);
    expect(openIdNumber(after)).toBe(PLAIN);
    expect(() => openIdNumber(before)).toThrow('加密密钥不对');
  });

  it('cannot be changed by who has the database alone', () => {
    const parts = sealIdNumber(PLAIN).split('.');
    for (const at of [2, 3, 4]) {
      const text = parts[at] ?? '';
      const other = text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`;
      expect(() => openIdNumber(parts.map((part, i) => (i === at ? other : part)).join('.'))).toThrow();
    }
    const short = parts.map((part, i) => (i === 3 ? part.slice(0, 6) : part)).join('.');
    expect(() => openIdNumber(short)).toThrow();
  });

  it('of a form are sealed once and read masked; a form without one stays as it is', () => {
    const form = { name: '王某', idNumber: PLAIN };
    const sealed = sealForm(form);
    expect(sealForm(sealed)).toBe(sealed);
    expect(JSON.stringify(sealed)).not.toContain(PLAIN);
    expect(maskForm(sealed)).toEqual({ name: '王某', idNumber: '610***********007X' });
    expect(maskForm(form)).toEqual({ name: '王某', idNumber: '610***********007X' });
    expect(sealForm({ name: '王某' })).toEqual({ name: '王某' });
    expect(maskForm({ name: '王某' })).toEqual({ name: '王某' });
  });

  it('show nothing when their key is gone', () => {
    const sealed = sealForm({ idNumber: PLAIN });
    use(NEW);
    expect(maskForm(sealed)).toEqual({ idNumber: '***********' });
  });
});
