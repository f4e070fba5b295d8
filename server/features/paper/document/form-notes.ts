import type { FileChild } from 'docx';
import type { FormKey } from '@contract/form';
import type { Policy } from '@contract/policy/schema';
import { paragraph } from '../../../office/word/text';

/** 填表说明 on the second page: the notes to form A (rulebook A), without those on fields the policy does not ask. */
export function formNotes(policy: Policy, asked: FormKey[], office: string): FileChild[] {
  const { main, deputy } = policy.seats.names;
  const on = (key: FormKey, note: string) => (asked.includes(key) ? [note] : []);
  const days = policy.filing.reportChangeWithinWorkdays;
  const notes = [
    policy.seats.deputy
      ? `每个会员单位确定${main}1名、${deputy}1名，每人填写一份，人员应保持相对稳定。`
      : `每个会员单位确定${main}1名，人员应保持相对稳定。`,
    ...on('unitName', '单位全称按工商登记（营业执照）的名称填写。'),
    ...on('address', '通讯地址填写完整的邮寄地址，写到门牌号。'),
    ...on(
      'unitNature',
      '单位性质按以下类别填写：事业，社团，国有企业（央企、省企、市企、县（区）企），集体企业（乡镇企业），联营企业，民营企业。',
    ),
    ...on('resume', '个人简历从参加工作填起，每个职务的起止时间写到日；本页不够时另附页。'),
    ...on('photo', '照片处印有或粘贴近期免冠照片。'),
    ...on('idNumber', '身份证号只印首尾几位，完整号码加密保存，不在纸面上出现。'),
    policy.filing.sealedPage || policy.filing.proof === 'none'
      ? `本表由会员单位填写推荐意见并加盖公章，纸质表一份寄送${office}秘书处，电子版同时报送。`
      : `本表由会员单位加盖公章，连同${policy.filing.proof === 'letter' ? '单位有效证明' : '营业执照复印件'}一并报送${office}秘书处。`,
    days
      ? `${main}或其联系方式变动的，应在${days}个工作日内报告。`
      : `${main}变动的，应做好工作交接，并及时报告。`,
    '表左上角的小程序码供秘书处收到盖章表后扫码归档，请勿遮盖、涂画。',
  ];
  return [
    paragraph('填　表　说　明', {
      font: 'hei',
      size: 18,
      align: 'center',
      before: 8,
      after: 8,
      breakBefore: true,
    }),
    ...notes.map((note, i) =>
      paragraph(`${i + 1}．${note}`, { font: 'fang', size: 14, indent: 2, line: 28, align: 'both' }),
    ),
  ];
}
