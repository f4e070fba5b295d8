import { shownTo } from '@server/features/roster/actions/export';
import { cellsOf } from '@server/features/roster/sheet/cells';
import { directoryBook } from '@server/features/roster/sheet/directory';
import { read, utils } from '@e965/xlsx';
import { makeUnit } from '../../support';
import type { Unit } from '@server/stores/units';

const MOBILES = ['13900003333', '13900004444', '13900005555'];
const contact = {
  kind: 'liaison' as const,
  name: '示例甲',
  position: '',
  phone: '13900003333',
  landline: '029-88880000、13900004444',
  email: '',
  wechat: '',
};

/** Everybody who may export may see numbers today; whoever may not gets them masked. */
describe('a workbook for a role', () => {
  it('shows an editor whole numbers and nobody without the right any', () => {
    expect(shownTo('editor')('13900003333')).toBe('13900003333');
    expect(shownTo(undefined)('13900003333')).toBe('139****3333');
    expect(shownTo(undefined)('029-88880000、13900004444')).toBe('029-88880000、139****4444');
    expect(shownTo(undefined)('')).toBe('');
  });

  it('lets no whole mobile number out, whichever column it stands in', async () => {
    const other = { ...contact, kind: 'deputy' as const, landline: '' };
    const unit: Unit = await makeUnit({ landline: '13900005555', contacts: [contact, other] });
    const roster = (role?: 'finance') => JSON.stringify(cellsOf(unit, [], shownTo(role)));
    const directory = async (role?: 'finance') => {
      const about = { office: '示例协会', hosts: [], mark: '', phoneOf: shownTo(role) };
      const book = read(await directoryBook([unit], about), { type: 'buffer' });
      return utils.sheet_to_csv(book.Sheets['通信联络表'] ?? {});
    };
    for (const number of MOBILES) {
      expect(roster('finance')).toContain(number);
      expect(roster()).not.toContain(number);
      expect(await directory()).not.toContain(number);
    }
    expect(await directory('finance')).toContain('13900003333');
    expect(await directory()).toContain('139****3333');
  });
});
