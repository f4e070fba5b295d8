import { stateLevels, type Nature, type Post, type StateLevel, type UnitForm } from '@contract/unit';
import { searchFields } from '@server/kit/search';
import type { Unit } from '@server/stores/units';
import type { Random } from './random';
import { demoId } from './rows';
import { regions, rootFirst, rootSecond, streets, trades } from './words';

/** Share of units with a leading post; those are state-owned mines. */
const LEADING = 0.1;

/** Invented member units, all without liaison yet. */
export function makeUnits(count: number, createdAt: Date, random: Random): Unit[] {
  const roots = random.shuffle(rootFirst.flatMap((first) => rootSecond.map((second) => first + second)));
  const names = new Set<string>();
  return Array.from({ length: count }, (_, i): Unit => {
    const region = byShare(regions, random);
    const leading = i < count * LEADING;
    const trade = byShare(
      leading ? trades.filter(({ industry }) => industry === '煤炭开采') : trades,
      random,
    );
    const nature = leading ? 'state' : random.pick(trade.natures);
    const root = roots[i % roots.length] ?? '青岚';
    const name = freshName(names, () => nameOf(root, region.name, trade, nature, random));
    const _id = demoId('unit', i + 1);
    const short = `${root}${trade.word}`;
    const post = postOf(i, count);
    const seats = { main: null, deputy: null };
    const file: UnitForm = {
      name,
      short,
      nature,
      stateLevel: nature === 'state' ? random.pick(Object.keys(stateLevels) as StateLevel[]) : null,
      address: `${region.name}市示例区${random.pick(streets)}${random.int(1, 199)}号`,
      postCode: region.postCode,
      hosts: hostsOf(nature, random),
      region: region.name,
      industry: trade.industry,
      post,
      creditCode: '',
      legalRep: '',
      landline: '',
      fax: '',
      email: '',
      website: '',
      tags: [],
      joinedOn: null,
      contacts: [],
    };
    return {
      _id,
      ...file,
      ...searchFields({ ...file, seats }, _id),
      active: true,
      seats,
      seated: false,
      vacantSince: createdAt,
      left: null,
      createdAt,
      updatedAt: createdAt,
      requests: [_id],
    };
  });
}

export const areaCodeOf = (region: string): string =>
  regions.find(({ name }) => name === region)?.areaCode ?? '029';

/** Tries until the name is new; a numbered name ends the search in a very large demo. */
function freshName(names: Set<string>, make: () => string): string {
  let name = make();
  for (let tries = 0; names.has(name); tries += 1)
    name = tries < 50 ? make() : `${make()}第${names.size}分公司`;
  names.add(name);
  return name;
}

function nameOf(
  root: string,
  region: string,
  trade: (typeof trades)[number],
  nature: Nature,
  random: Random,
): string {
  const end = nature === 'institution' ? '' : random.pick(trade.ends);
  if (nature === 'society' || nature === 'institution') return `${region}市${root}${trade.word}${end}`;
  return random.pick([
    `${region}${root}${trade.word}${end}`,
    `${region}市${root}${trade.word}${end}`,
    `${root}${trade.word}（${region}）${end || '有限公司'}`,
  ]);
}

/** A tenth of the companies are in the society only, a third in both; institutes and societies mostly in the society. */
function hostsOf(nature: Nature, random: Random): string[] {
  const learned = nature === 'institution' || nature === 'society';
  const x = random.next();
  if (x < 0.33) return ['association', 'society'];
  return x < (learned ? 0.85 : 0.43) ? ['society'] : ['association'];
}

/** One president, then 3 % vice-presidents, 7 % standing, 20 % council. */
function postOf(i: number, count: number): Post {
  if (i === 0) return 'president';
  const rank = i / count;
  const shares: [number, Post][] = [
    [0.03, 'vice-president'],
    [LEADING, 'standing'],
    [0.3, 'council'],
  ];
  return shares.find(([below]) => rank < below)?.[1] ?? 'ordinary';
}

function byShare<T extends { share: number }>(items: readonly T[], random: Random): T {
  let left = random.next() * items.reduce((sum, { share }) => sum + share, 0);
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  return random.pick(items);
}
