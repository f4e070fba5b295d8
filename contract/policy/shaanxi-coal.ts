import type { FormKey } from '../form';
import { usualNotices } from './notices-part';
import { usualPrivacy } from './privacy-part';
import type { Policy } from './schema';

/** The registration form 会员单位联络员登记, field by field. */
const form: FormKey[] = [
  'unitName',
  'unitNature',
  'unitStateLevel',
  'address',
  'postCode',
  'name',
  'gender',
  'ethnicity',
  'birthDate',
  'politics',
  'education',
  'title',
  'position',
  'email',
  'landline',
  'mobile',
  'wechat',
  'resume',
  'photo',
  'recommendation',
];

/** Rulebook A: Shaanxi coal, association and society together (institutions.md A). */
export const shaanxiCoal: Policy = {
  id: 'shaanxi-coal',
  name: '会员单位联络员工作制度',
  source: '陕西省煤炭工业协会、陕西省煤炭学会，2018年',
  summary: [
    '协会、学会两家主办，共用一支联络员队伍',
    '每家会员单位1名联络员，登记表盖章后备案',
    '每年原则上开1次联络员会议，按年度考评发放工作津贴',
    '1年内未履行职责的，建议单位另行指定',
  ],
  hosts: [
    { id: 'association', name: '陕西省煤炭工业协会', short: '协会', accent: '#1F5FBF' },
    { id: 'society', name: '陕西省煤炭学会', short: '学会', accent: '#0B6E5F' },
  ],
  departments: ['协会办公室', '学会秘书处办公室'],
  seats: {
    main: 1,
    deputy: 0,
    names: { main: '联络员', deputy: '副联络员' },
    proxyDays: 30,
    councilApprovesSuccessor: false,
  },
  messages: { quietFrom: '21:00', quietTo: '08:00' },
  notices: usualNotices,
  records: { vacantAlarmDays: 30, checkMonths: [1, 7], openDirectory: false },
  privacy: usualPrivacy,
  duties: [
    '做好日常联络，参加联络员会议和培训',
    '反映本单位管理、科技、工作创新情况和需要协调的个别问题',
    '为网站组织稿件',
    '收集意见和建议',
    '办理年度会费',
  ],
  filing: {
    fields: form,
    required: form.filter((key) => key !== 'unitStateLevel' && key !== 'title' && key !== 'wechat'),
    number: '{short}联备〔{year}〕{n}号',
    sealedPage: true,
    proof: 'none',
    reportChangeWithinWorkdays: null,
    publishNames: false,
  },
  articles: { withinDays: null, photo: null, headApproval: false },
  meetings: {
    perYear: { min: 1, max: 1 },
    extra: true,
    delegate: false,
    byCorrespondence: false,
    agenda: [
      '行业会议和文件精神',
      '决议决定',
      '经济运行情况和走势',
      '年度重点工作安排征求意见',
      '经验交流',
      '自身建设',
      '其他事项',
    ],
  },
  dues: { deadline: null, tiers: [] },
  appraisal: {
    title: '优秀联络员',
    criteria: [
      '热爱联络工作',
      '积极参加活动',
      '履行职责',
      '单位按时缴纳会费',
      '稿件数量和采用率',
      '联络工作成绩',
    ],
    allowance: true,
    commended: '理事会议表彰',
  },
  replacement: { missedTasksInRow: null, missedMeetings: null, idleMonths: 12 },
  attendance: null,
  classifications: ['type'],
};
