import * as v from 'valibot';
import { flag } from '../fields';
import { isUnique, part, whole } from './part';

/** Keeping the member file right over the years: alarms, twice-yearly check, who sees whose number. */
export const records = part('档案要求', {
  /** A unit without an active liaison for so long raises an alarm on the staff's home. */
  vacantAlarmDays: whole('无联络员提醒（天）', 1, 366),
  /** Months on whose first day a check (核对) of every record falls due. */
  checkMonths: v.pipe(
    v.array(whole('核对月份', 1, 12), '请选择核对月份'),
    v.maxLength(12, '核对月份最多12个'),
    v.check((months) => isUnique(months), '核对月份有重复'),
  ),
  /** Other liaisons see mobile numbers in the directory whole; staff see them by right alone. */
  openDirectory: flag('联络员之间是否公开手机号'),
});
