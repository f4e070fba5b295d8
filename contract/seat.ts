import * as v from 'valibot';
import { mutation, query } from './action';
import { codeId } from './code';
import { CONSENT_VERSION } from './filing';
import { day, id, text } from './fields';
import { actingUnit, seatKind } from './me';
import { scopes, type Scope } from './rules/rights';

const proxyId = id('代理');
const scope = v.picklist(Object.keys(scopes) as Scope[], '没有这个代理事项');

export const proxyStates = {
  offered: '待接受',
  waiting: '未到日期',
  active: '代理中',
  ended: '已结束',
} as const;
export type ProxyState = keyof typeof proxyStates;

const proxy = v.object({
  unitName: v.string(),
  lenderName: v.string(),
  from: v.string(),
  to: v.string(),
  scopes: v.array(scope),
  state: v.picklist(Object.keys(proxyStates) as ProxyState[]),
});

export const seatContract = {
  /** Staff end a seat that has no successor; the unit then stands among those without liaison. */
  'seat.vacate': mutation(
    v.object({ unitId: id('单位'), kind: seatKind, on: day('离任日期'), reason: text('离任原因', 100) }),
    v.object({ unitId: v.string() }),
  ),

  /** A liaison lends the seat for some days, in some matters (临时代理); at most as long as the rulebook says. */
  'seat.lend': mutation(
    v.object({
      unitId: actingUnit,
      from: day('开始日期'),
      to: day('结束日期'),
      scopes: v.pipe(
        v.array(scope, '请选择代理事项'),
        v.minLength(1, '请选择代理事项'),
        v.transform((list) => [...new Set(list)]),
      ),
    }),
    v.object({ proxyId: v.string() }),
  ),

  /** Mini-program code the colleague scans. */
  'seat.proxyCode': query(
    v.object({ unitId: actingUnit, proxyId }),
    v.object({ ...proxy.entries, proxyId: v.string(), code: v.string(), pictureUrl: v.string() }),
  ),

  /** What the colleague who scanned sees before accepting; the code is the right. */
  'seat.proxy': query(
    v.object({ code: codeId }),
    v.object({
      ...proxy.entries,
      officeName: v.string(),
      consentVersion: v.string(),
      /** The caller accepted it. */
      mine: v.boolean(),
      /** Name the caller is known by already; empty: to be typed. */
      name: v.string(),
    }),
  ),

  'seat.accept': mutation(
    v.object({
      code: codeId,
      name: text('姓名', 20),
      version: v.literal(CONSENT_VERSION, '说明已更新，请重新阅读并同意'),
    }),
    v.object({ unitId: v.string(), unitName: v.string() }),
  ),

  /** Of a unit, newest first (at most 50); for its liaisons and staff. */
  'seat.proxies': query(
    v.object({ unitId: id('单位') }),
    v.object({
      unitName: v.string(),
      /** Longest, in days; 0: the rulebook has none. */
      days: v.number(),
      /** The caller holds a seat here. */
      canLend: v.boolean(),
      /** The caller may end them. */
      canEnd: v.boolean(),
      proxies: v.array(
        v.object({ ...proxy.entries, proxyId: v.string(), kind: seatKind, name: v.nullable(v.string()) }),
      ),
    }),
  ),

  /** Ends at once; by the unit's liaisons, and staff who review registrations. */
  'seat.endProxy': mutation(v.object({ unitId: id('单位'), proxyId }), v.object({ proxyId: v.string() })),
};
