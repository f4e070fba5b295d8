import * as v from 'valibot';
import { query } from './action';
import { id } from './fields';
import { rights, roles, scopes, type Right, type Role, type Scope } from './rules/rights';

export const seatKinds = { main: 'A岗', deputy: 'B岗' } as const;
export type SeatKind = keyof typeof seatKinds;
export const seatKind = v.picklist(Object.keys(seatKinds) as SeatKind[], '席位不正确');

export const role = v.picklist(Object.keys(roles) as Role[], '没有这个岗位');

/** Whom a staff member or liaison acts for; every liaison action names the unit. */
export const actingUnit = id('所代表的单位');

export const meContract = {
  /** Who is calling: a stranger has no seats and no staff post. Works for everybody, also before set-up. */
  'me.get': query(
    v.object({}),
    v.object({
      office: v.object({
        claimed: v.boolean(),
        name: v.string(),
        hosts: v.array(v.object({ id: v.string(), name: v.string(), short: v.string(), accent: v.string() })),
      }),
      /** What the rulebook calls the seats; null: no rulebook picked yet. */
      seatNames: v.nullable(v.object({ main: v.string(), deputy: v.string() })),
      person: v.nullable(
        v.object({
          name: v.string(),
          seats: v.array(v.object({ unitId: v.string(), unitName: v.string(), kind: seatKind })),
          /** Units the caller stands in for today, until `to`, in some matters (临时代理). */
          proxies: v.array(
            v.object({
              proxyId: v.string(),
              unitId: v.string(),
              unitName: v.string(),
              to: v.string(),
              scopes: v.array(v.picklist(Object.keys(scopes) as Scope[])),
            }),
          ),
          staff: v.nullable(v.object({ role, rights: v.array(v.picklist(Object.keys(rights) as Right[])) })),
          /** State of the newest filing that is not decided yet. */
          filing: v.nullable(
            v.object({ filingId: v.string(), unitName: v.string(), state: v.string(), turn: v.string() }),
          ),
        }),
      ),
    }),
  ),
};
