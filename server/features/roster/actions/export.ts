import { shanghaiDay, showTime } from '@contract/rules/calendar';
import { maskMobile } from '@contract/rules/mask';
import { may, type Role } from '@contract/rules/rights';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { searchOf, tidyName } from '../../../kit/search';
import { offices } from '../../../stores/offices';
import { handOut, produce } from '../../../office/produce';
import { tellEach } from '../sheet/tell';
import { unitsOf } from '../sheet/chosen';
import { directoryBook } from '../sheet/directory';
import { rosterBook } from '../sheet/roster';

/** How numbers of a unit's people stand in the workbook of somebody with that role (decision D10). */
export const shownTo = (role: Role | undefined) => {
  const whole = may(role, 'contact.reveal');
  // A second mobile number stands among the landlines.
  return (text: string): string => (whole ? text : text.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskMobile));
};

/** Whose number goes out has it in the log before the file is handed out (decision D10). */
const exportSheet: Act<'roster.export'> = async (ctx, input) => {
  const { kind, search, region, industry, post, tag, vacant } = input;
  const staff = ctx.caller.person?.staff;
  const masked = !may(staff?.role, 'contact.reveal');
  const out = await produce(ctx, {
    kind,
    asked: JSON.stringify([kind, search, region, industry, post ?? '', tag, vacant]),
    make: async () => {
      const wanted = {
        search: searchOf(search),
        region: tidyName(region),
        industry: tidyName(industry),
        post,
        tag: tag || undefined,
        vacant,
      };
      const [office, units] = await Promise.all([offices.get(), unitsOf(wanted)]);
      if (units.length === 0) throw new AppError('missing', '没有符合条件的单位，请放宽条件再导出');
      const about = {
        office: office?.name ?? '',
        hosts: office?.hosts ?? [],
        mark: `导出人：${staff?.name ?? ''}　时间：${shanghaiDay(ctx.now).slice(0, 4)}年${showTime(ctx.now, ctx.now)}　内部资料，请勿外传`,
        phoneOf: shownTo(staff?.role),
      };
      const bytes = kind === 'roster' ? rosterBook(units, about) : await directoryBook(units, about);
      if (!masked) await tellEach(ctx, units);
      const name = `${kind === 'roster' ? '会员单位名册' : '通信联络表'}_${shanghaiDay(ctx.now)}.xlsx`;
      return { bytes, name, count: units.length, masked };
    },
  });
  ctx.record({ collection: 'exports', subjectId: out._id });
  return { ...(await handOut(out)), units: out.count, masked: out.masked };
};

export { exportSheet as export };
