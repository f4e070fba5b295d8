import type { Policy } from './schema';
import { shaanxiCoal } from './shaanxi-coal';

/** 信息安全联络员制度 (institutions.md F): incidents at once, changes filed within two working days. */
export const informationSecurity: Policy = {
  ...shaanxiCoal,
  id: 'information-security',
  name: '信息安全联络员制度',
  source: '信息安全主管单位',
  summary: [
    '每家单位1名信息安全联络员，保持通信畅通',
    '发生信息安全事件立即报告',
    '联络员或联系方式变更的，2个工作日内备案',
  ],
  hosts: [{ id: 'office', name: '信息安全工作办公室', short: '信安办', accent: '#1F5FBF' }],
  departments: ['信息安全工作办公室'],
  duties: ['信息安全事件立即报告', '接收并落实信息安全通报', '联络员或联系方式变更时及时备案'],
  filing: {
    ...shaanxiCoal.filing,
    fields: [
      'unitName',
      'unitNature',
      'unitStateLevel',
      'address',
      'postCode',
      'name',
      'gender',
      'position',
      'mobile',
      'landline',
      'email',
      'wechat',
      'recommendation',
    ],
    required: [
      'unitName',
      'unitNature',
      'address',
      'name',
      'position',
      'mobile',
      'landline',
      'email',
      'recommendation',
    ],
    reportChangeWithinWorkdays: 2,
  },
  meetings: { perYear: null, extra: true, delegate: false, byCorrespondence: false, agenda: [] },
  appraisal: null,
  replacement: { missedTasksInRow: null, missedMeetings: null, idleMonths: null },
};
