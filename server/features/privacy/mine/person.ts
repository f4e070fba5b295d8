import { seatKinds } from '@contract/me';
import { roles } from '@contract/rules/rights';
import { erasureLabels } from '@contract/privacy';
import { policyOf } from '../../../kit/policy';
import { erasures } from '../../../stores/erasures';
import { offices } from '../../../stores/offices';
import { whenWords, type Line } from '../words';
import type { Stage } from './stage';

/** The person's own row, and requests to delete. */
export const person: Stage = async ({ _id, ...row }) => {
  const said = (label: string, value: string | null | undefined): Line[] => (value ? [{ label, value }] : []);
  const [asked, office] = await Promise.all([erasures.ofPerson(_id, 20), offices.get()]);
  const names = office?.preset ? policyOf(office).seats.names : seatKinds;
  const rows = [
    ...said('姓名', row.name),
    ...said('微信验证过的手机号', row.verifiedMobile),
    ...said('首次使用', whenWords(row.createdAt)),
    ...row.consents.flatMap(({ version, at }) =>
      said('同意个人信息处理说明', `${version}版，${whenWords(at)}`),
    ),
    ...row.seats.flatMap(({ unitName, kind, since }) =>
      said('现任席位', `${unitName} ${names[kind]}，${whenWords(since)}起`),
    ),
    ...row.proxies.flatMap(({ unitName, from, to }) => said('临时代理', `${unitName}，${from} 至 ${to}`)),
    ...said('秘书处岗位', row.staff && `${roles[row.staff.role]}（${row.staff.name}）`),
    ...said(
      '曾任秘书处岗位',
      row.formerStaff && `${roles[row.formerStaff.role]}，至${whenWords(row.formerStaff.until)}`,
    ),
    ...asked.flatMap(({ state, submittedAt, reason }) =>
      said(
        '申请删除个人信息',
        `${whenWords(submittedAt)}，${erasureLabels[state]}${reason && `，原因：${reason}`}`,
      ),
    ),
  ];
  return { sections: [{ title: '本人', rows }], next: null };
};
