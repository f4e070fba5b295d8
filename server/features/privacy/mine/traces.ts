import { fileUses } from '@contract/file';
import { urlsOf } from '../../../kit/file-urls';
import { page } from '../../../kit/pages';
import { audits } from '../../../stores/audits';
import { filings } from '../../../stores/filings';
import { groups } from '../../../stores/groups';
import { joins } from '../../../stores/joins';
import { notices } from '../../../stores/notices';
import { receipts, type Receipt } from '../../../stores/receipts';
import { uploads } from '../../../stores/uploads';
import { atOf, momentOf, pageByMoment, viewsOf } from '../views';
import { actionWords, whenWords, type Line } from '../words';
import type { Section, Stage } from './stage';

const only = (title: string, rows: Line[]): Section[] => (rows.length ? [{ title, rows }] : []);

/** Receipts the person opened, confirmed or answered: unit by unit, for they are the unit's. The cursor is `<unit's place>_<order>`. */
export const acted: Stage = async ({ _id, seats }, cursor = '0_') => {
  const records = await filings.ofPerson(_id, 100);
  const unitIds = [...new Set([...records, ...seats].map(({ unitId }) => unitId))].sort();
  const [, place = '0', before = ''] = /^(\d{1,3})_(.*)$/.exec(cursor) ?? [];
  const unitId = unitIds[Number(place)];
  if (!unitId) return { sections: [], next: null };
  const { rows, next } = page(
    await receipts.touchedBy(unitId, _id, before || undefined, 50 + 1),
    50,
    ({ order }) => order,
  );
  const ids = [...new Set(rows.map(({ noticeId }) => noticeId))];
  const titles = ids.length ? await notices.byIds(ids, ['_id', 'title']) : [];
  const titleOf = (id: string) => titles.find((one) => one._id === id)?.title ?? '通知';
  const after = Number(place) + 1 < unitIds.length ? `${Number(place) + 1}_` : null;
  return {
    sections: only(
      '通知回执',
      rows.map((row) => ({ label: titleOf(row.noticeId), value: `${row.unitName}，${touched(row, _id)}` })),
    ),
    next: next === null ? after : `${place}_${next}`,
  };
};

const touched = ({ opened, confirmed, answered }: Receipt, openid: string): string =>
  [
    opened?.openid === openid && `打开 ${whenWords(opened.at)}`,
    confirmed?.openid === openid && `确认 ${whenWords(confirmed.at)}`,
    answered?.openid === openid && `填报 ${whenWords(answered.at)}`,
  ]
    .filter(Boolean)
    .join('，');

/** Files the person sent, with an address that works for some two hours; also pictures the content check refused: they are the person's own. */
export const sentFiles: Stage = async ({ _id }, cursor) => {
  const read = await uploads.ofOwner(_id, momentOf(cursor), 50 + 1);
  const { rows: found, next } = pageByMoment(read, 50, ({ createdAt }) => createdAt);
  const urls = await urlsOf(
    Object.fromEntries(found.flatMap(({ _id: key, fileId }) => (fileId ? [[key, fileId]] : []))),
  );
  const rows = found.map(({ _id: key, use, name, createdAt }) => ({
    label: fileUses[use].label,
    value: `${name}，${whenWords(createdAt)}\n${urls[key] ?? '没有传上来，或文件已不在'}`,
  }));
  return { sections: only('上传的文件（链接约2小时内有效）', rows), next };
};

/** WeChat groups the secretariat noted the person to be in. */
export const groupsIn: Stage = async ({ _id }, cursor) => {
  const { rows, next } = page(await joins.ofPerson(_id, cursor, 50 + 1), 50, ({ order }) => order);
  const ids = [...new Set(rows.map(({ groupId }) => groupId))];
  const known = ids.length ? await groups.byIds(ids) : [];
  const nameOf = (id: string) => known.find((one) => one._id === id)?.name ?? '联络组';
  const lines = rows.map(({ groupId, unitName, state, at }) => ({
    label: nameOf(groupId),
    value: `${unitName}，${whenWords(at)}${state === 'in' ? '登记已进群' : '登记已不在群'}`,
  }));
  return { sections: only('联络组微信群', lines), next };
};

/** What the person did here. */
export const deeds: Stage = async ({ _id }, cursor) => {
  const { rows, next } = pageByMoment(await audits.byPerson(_id, momentOf(cursor), 100 + 1), 100, atOf);
  const lines = rows.map(({ at, action }) => ({ label: whenWords(at), value: actionWords(action) }));
  return { sections: only('操作记录', lines), next };
};

/** Who saw the person's number. */
export const seenBy: Stage = async ({ _id }, cursor) => {
  const { views, next } = await viewsOf(_id, momentOf(cursor), 100);
  const lines = views.map(({ at, who, post, how }) => ({
    label: whenWords(new Date(at)),
    value: `${who}${post && `（${post}）`} ${how}`,
  }));
  return { sections: only('谁看过我的手机号', lines), next };
};
