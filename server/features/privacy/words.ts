import { shanghaiDay } from '@contract/rules/calendar';
import { formChoices, formKeys, formLabels, isPictureKey, type FormKey, type FormPart } from '@contract/form';
import { maskForm, openIdNumber } from '../../kit/id-number';

/** What is told about a person in words; a page of it is text somebody can keep. */

export interface Line {
  label: string;
  value: string;
}

/** 2026-11-21 09:12, in Shanghai. */
export const whenWords = (at: Date): string =>
  `${shanghaiDay(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;

const featureWords: Record<string, string> = {
  me: '本人',
  office: '协会设置',
  unit: '会员单位档案',
  code: '登记码',
  file: '上传文件',
  filing: '登记备案',
  notice: '通知',
  directory: '通讯录',
  home: '首页',
  handover: '交接',
  group: '联络组',
  digest: '早报',
  seat: '席位',
  record: '联络员资料',
  staff: '工作人员',
  privacy: '个人信息',
  roster: '名册',
  paper: '登记表打印',
  outbox: '消息提醒',
  manuscript: '文稿',
  check: '内容审核',
  report: '导出表格',
};

const verbWords: Record<string, string> = {
  'office.claim': '加入秘书处',
  'file.ticket': '申请上传',
  'file.accept': '上传完成',
  'filing.consent': '同意个人信息处理说明',
  'filing.phone': '验证手机号',
  'filing.submit': '提交登记',
  'filing.correct': '提交补正',
  'filing.get': '审核时查看',
  'filing.approve': '同意备案',
  'filing.return': '退回补正',
  'filing.refuse': '不予受理',
  'notice.publish': '发布',
  'notice.saveDraft': '起草',
  'notice.dropDraft': '删除草稿',
  'notice.submitDraft': '送审',
  'notice.reviewDraft': '审定',
  'notice.recallDraft': '取回草稿',
  'notice.scheduleDraft': '定时发布',
  'notice.saveTemplate': '存为模板',
  'notice.dropTemplate': '删除模板',
  'digest.subscribe': '设置早报提醒',
  'report.statistics': '导出统计',
  'notice.open': '打开',
  'notice.confirm': '确认收到',
  'notice.withdraw': '撤回',
  'notice.correct': '更正',
  'notice.startNumber': '调整文号起点',
  'notice.answer': '填报回执表',
  'manuscript.read': '导入',
  'directory.reveal': '查看完整手机号',
  'unit.papers': '查看登记表照片',
  'record.check': '核对无变更',
  'record.correction': '审核时查看',
  'record.correct': '申请更正',
  'record.remind': '提醒核对',
  'record.withdraw': '撤回更正',
  'privacy.requestErasure': '申请删除',
  'privacy.withdrawErasure': '撤回删除申请',
  'privacy.decide': '办理删除申请',
  'staff.appoint': '调整岗位',
  'staff.remove': '移出秘书处',
  'staff.invite': '邀请',
  'staff.revoke': '收回邀请',
};

/** 通知 · 确认收到; an action without words of its own is told by what it is about. */
export function actionWords(action: string): string {
  const [feature = ''] = action.split('.');
  const about = featureWords[feature] ?? '其他';
  const verb = verbWords[action];
  return verb ? `${about} · ${verb}` : `${about} · 办理`;
}

/** The form as the person filled it in, empty fields left out; pictures as the address they can be fetched from. */
export function formLines(form: FormPart, urls: Record<string, string>): Line[] {
  return formKeys.flatMap((key): Line[] => {
    const value = fieldWords(key, form, urls);
    return value ? [{ label: formLabels[key], value }] : [];
  });
}

function fieldWords(key: FormKey, form: FormPart, urls: Record<string, string>): string {
  const value = form[key];
  if (!value) return '';
  if (Array.isArray(value))
    return value.map(({ start, end, work }) => `${start} 至 ${end ?? '今'} ${work}`).join('\n');
  if (isPictureKey(key)) return urls[value] ?? '文件已不在';
  if (key === 'idNumber') return ownIdNumber(form);
  return formChoices[key]?.[value] ?? value;
}

/** Whole, for it is the person's own; masked when its key is gone. */
function ownIdNumber(form: FormPart): string {
  try {
    return openIdNumber(form.idNumber ?? '');
  } catch {
    return maskForm(form).idNumber ?? '';
  }
}
