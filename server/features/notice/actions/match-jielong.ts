import { parseJielong } from '@contract/rules/jielong';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { units, type Unit } from '../../../stores/units';
import { matchJielong as match } from '../../../kit/jielong/match';
import { mustAskSomething, mustStand } from '../closed';

/** Rows read in one request, the platform's most. */
const READ = 1000;
const LINES = 1000;

/** Which units a pasted 接龙 names. All active units are looked at, or a unit outside the notice would pass for one within. */
export const matchJielong: Act<'notice.matchJielong'> = async (_ctx, { noticeId, text }) => {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  mustStand(notice.state);
  mustAskSomething(notice.asking.kind);
  const entries = parseJielong(text);
  if (entries.length > LINES) throw new AppError('invalid', `一次最多识别${LINES}行，请分几次粘贴`, 'text');
  const all = await everyName();
  const matches = match(entries, all);
  const ids = new Set(
    matches.flatMap(({ candidates }) => candidates.flatMap(({ unit }) => all[unit]?._id ?? [])),
  );
  const states = await statesOf(noticeId, [...ids]);
  return {
    lines: matches.map(({ entry, result, name, candidates }) => ({
      line: entry.line,
      raw: entry.raw,
      result,
      name,
      extra: entry.extra,
      remark: entry.remark,
      doubt: entry.doubt,
      candidates: candidates.flatMap(({ unit, why }) => {
        const found = all[unit];
        if (!found) return [];
        const { _id: unitId, name: unitName, region } = found;
        return [{ unitId, unitName, region, why, receipt: states.get(unitId) ?? ('outside' as const) }];
      }),
    })),
  };
};

async function everyName(): Promise<Unit[]> {
  const all: Unit[] = [];
  for (let after: string | undefined; ;) {
    const page = await units.namesAfter(after, READ);
    all.push(...page);
    after = page[page.length - 1]?.sortKey;
    if (page.length < READ) return all;
  }
}

async function statesOf(noticeId: string, unitIds: string[]): Promise<Map<string, 'missing' | 'confirmed'>> {
  const states = new Map<string, 'missing' | 'confirmed'>();
  for (let i = 0; i < unitIds.length; i += READ)
    for (const { unitId, done } of await receipts.ofUnits(noticeId, unitIds.slice(i, i + READ)))
      states.set(unitId, done ? 'confirmed' : 'missing');
  return states;
}
