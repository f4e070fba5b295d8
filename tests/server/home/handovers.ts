import type { Doc } from '@local-cloud';
import { handoverSlot, type Handover } from '@server/stores/handovers';
import { cloud, NOW } from '../../support';

let made = 0;

/** A seat passing on, as its start leaves it. */
export async function makeHandover(over: Partial<Handover> = {}): Promise<Handover> {
  const n = (made += 1);
  const { _id = `handover-${n}`, unitId = `unit-of-handover-${n}`, kind = 'main', state = 'open' } = over;
  const row: Handover = {
    _id,
    unitId,
    unitName: '示例一矿有限公司',
    kind,
    leaver: { openid: `openid-leaver-${n}`, name: '示例甲', filingId: `record-of-leaver-${n}` },
    successor: null,
    filingId: null,
    code: `HandoverCode${String(n).padStart(6, '0')}`,
    startedBy: 'leaver',
    leaverAgreedAt: null,
    successorAgreedAt: null,
    letterKey: null,
    changedOn: '2026-11-20',
    reason: '',
    late: false,
    lateBy: 0,
    state,
    slot: state === 'open' || state === 'ready' ? handoverSlot(unitId, kind) : _id,
    history: [],
    order: `${NOW}_${_id}`,
    requests: [],
    ...over,
  };
  await cloud.insert('handovers', [row as unknown as Doc]);
  return row;
}
