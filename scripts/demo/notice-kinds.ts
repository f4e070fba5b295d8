import type { Asking } from '@contract/asking';

/** Texts of the demo's notices as data. `{y}` year, `{py}` the year before, `{y2}` the year after, `{due}` the deadline in words. */

export type Part = string | { list: string[] } | { table: string[][] };

export interface NoticeKind {
  title: string;
  host: 'association' | 'society';
  /** Only to members of this host; all units when left out. */
  to?: 'society';
  purpose: string;
  /** A heading, then what stands under it. */
  sections: [heading: string, ...parts: Part[]][];
  /** Working days until the deadline. */
  workdays: number;
  /** A confirmation when left out. */
  asking?: Asking;
}

/** One of these days. */
export interface RecentKind extends NoticeKind {
  /** Published so many working days ago. */
  ago: number;
  /** Of the units, how many did what is asked. */
  share: number;
  /** Taken back on the day it went out, and why. */
  withdrawn?: string;
}

const quarterTable: Part = {
  table: [
    ['指标', '单位', '本季', '累计', '同比'],
    ['原煤产量', '万吨', '', '', ''],
    ['商品煤销量', '万吨', '', '', ''],
    ['营业收入', '万元', '', '', ''],
    ['利润总额', '万元', '', '', ''],
  ],
};

const quarter = (title: string, span: string): NoticeKind => ({
  title,
  host: 'association',
  purpose: `为及时掌握行业经济运行情况，做好分析和预测，请各会员单位报送${span}经济运行情况。`,
  sections: [
    ['一、报送内容', '主要指标（见下表）和文字说明，文字说明不超过800字。', quarterTable],
    ['二、报送要求', { list: ['数据与统计报表一致，经单位负责人审定', '没有煤炭生产的单位只报文字说明'] }],
  ],
  workdays: 6,
});

const duty = (title: string, span: string): NoticeKind => ({
  title,
  host: 'association',
  purpose: `为做好${span}期间的值班和信息报送工作，确保行业安全稳定。`,
  sections: [
    ['一、落实值班', '严格执行领导带班和24小时值班制度，值班安排由联络员报协会办公室。'],
    ['二、及时报送', { list: ['突发情况第一时间电话报告', '每日16:00前报当日情况，无情况报“平安”'] }],
  ],
  workdays: 4,
});

/** Notices by month of publication (1–12), in order. */
export const kindsByMonth: Record<number, NoticeKind[]> = {
  1: [
    duty('关于做好{y}年春节期间值班和信息报送工作的通知', '春节'),
    quarter('关于报送{py}年第四季度经济运行情况的通知', '{py}年第四季度'),
    {
      title: '关于缴纳{y}年度会费的通知',
      host: 'association',
      purpose: '根据章程和联络员工作制度，现就缴纳{y}年度会费有关事项通知如下。',
      sections: [
        [
          '一、缴纳方式',
          '请按会员级别对公转账，附言注明单位全称和“{y}年度会费”。开票信息有变动的，请先告知办公室。',
        ],
        ['二、联络员职责', '办理年度会费是联络员的职责之一，按时缴纳情况列入年度考评。'],
      ],
      workdays: 10,
    },
  ],
  2: [
    {
      title: '关于征求{y}年重点工作安排意见的通知',
      host: 'association',
      purpose: '协会起草了{y}年重点工作安排，现征求各会员单位意见。',
      sections: [
        ['一、征求内容', { list: ['行业调研选题', '培训和交流活动安排', '需要协会协调的个别问题'] }],
        ['二、反馈方式', '由联络员汇总本单位意见，经负责人同意后反馈；没有意见的也请回复“无意见”。'],
      ],
      workdays: 7,
    },
    {
      title: '关于征集{y}年度网站稿件的通知',
      host: 'association',
      purpose: '为展示会员单位改革创新成果，协会、学会网站面向各会员单位征集稿件。',
      sections: [
        ['一、稿件内容', '管理、科技、工作创新做法和成效，先进人物事迹，1500字以内，配图2至3张。'],
        ['二、有关要求', { list: ['内容真实，不涉密', '稿件数量和采用率列入联络员年度考评'] }],
      ],
      workdays: 8,
    },
  ],
  3: [
    {
      title: '关于召开{y}年度联络员会议的通知',
      host: 'association',
      purpose: '根据联络员工作制度，经研究，定于近期召开{y}年度会员单位联络员会议。',
      sections: [
        [
          '一、会议议题',
          {
            list: [
              '传达行业会议和文件精神',
              '通报经济运行情况和走势',
              '征求年度重点工作意见',
              '交流联络工作经验',
            ],
          },
        ],
        ['二、参会人员', '各会员单位联络员。确不能参加的，请提前向协会办公室说明。'],
        ['三、其他事项', '请每家单位准备一份书面交流材料，会议不收取费用，住宿自理。'],
      ],
      workdays: 7,
    },
    {
      title: '关于征集{y}年学术年会论文的通知',
      host: 'society',
      to: 'society',
      purpose: '学会定于下半年召开{y}年学术年会，现面向会员单位征集论文。',
      sections: [
        ['一、征文方向', { list: ['智能化开采', '灾害防治', '绿色矿山与生态修复', '煤炭清洁高效利用'] }],
        ['二、投稿要求', '论文未公开发表，5000字以内，由联络员统一报送题目和作者名单。'],
      ],
      workdays: 10,
    },
    {
      title: '关于核对会员单位基本信息的通知',
      host: 'association',
      purpose: '为保证会员档案准确，请各会员单位核对基本信息。',
      sections: [
        ['一、核对内容', { list: ['单位全称、性质、通讯地址、邮编', '联络员姓名、职务、联系方式'] }],
        ['二、变更处理', '名称变更的请附工商登记变更证明；联络员变更的请重新填写登记表并盖章。'],
      ],
      workdays: 6,
    },
  ],
  4: [
    quarter('关于报送{y}年第一季度经济运行情况的通知', '{y}年第一季度'),
    {
      title: '关于举办{y}年联络员业务培训班的通知',
      host: 'association',
      purpose: '为提高联络员业务能力，协会、学会定于下月联合举办联络员业务培训班。',
      sections: [
        ['一、培训内容', { list: ['新闻写作与摄影', '公文处理', '行业政策解读'] }],
        ['二、报名', '每家单位1至2人，请由联络员报送参训人员名单。'],
      ],
      workdays: 7,
    },
  ],
  5: [
    {
      title: '关于组织开展{y}年“安全生产月”活动的通知',
      host: 'association',
      purpose: '今年6月是全国“安全生产月”，请各会员单位结合实际组织开展活动。',
      sections: [
        ['一、活动安排', { list: ['开展主题宣讲', '组织应急演练', '排查整治重大事故隐患'] }],
        ['二、总结报送', '请于活动结束后报送总结和图片。本通知请先确认收到。'],
      ],
      workdays: 6,
    },
    {
      title: '关于做好{y}年汛期安全和信息报送工作的通知',
      host: 'association',
      purpose: '我省即将进入主汛期，为做好雨季“三防”工作。',
      sections: [
        ['一、落实责任', '明确汛期值守负责人，检查排水设施和物资储备。'],
        ['二、信息报送', '遇有险情立即报告，联络员保持24小时通讯畅通。'],
      ],
      workdays: 4,
    },
    {
      title: '关于开展{y}年度科学技术奖推荐工作的通知',
      host: 'society',
      purpose: '{y}年度科学技术奖推荐工作现已启动。',
      sections: [
        ['一、推荐范围', '会员单位近三年完成并已应用的科技成果，每家单位推荐不超过3项。'],
        ['二、推荐材料', { list: ['推荐书一式两份，单位盖章', '应用证明', '电子版一份'] }],
      ],
      workdays: 12,
    },
  ],
  6: [
    {
      title: '关于征求《会员单位自律公约（征求意见稿）》意见的通知',
      host: 'association',
      purpose: '协会组织起草了《会员单位自律公约（征求意见稿）》，现征求意见。',
      sections: [
        [
          '一、意见反馈',
          '请联络员组织有关部门研究，按“条款—修改意见—理由”填写。',
          {
            table: [
              ['条款', '修改意见', '理由'],
              ['', '', ''],
            ],
          },
        ],
        ['二、提交审议', '意见汇总修改后提交理事会审议。'],
      ],
      workdays: 9,
    },
    {
      title: '关于组织会员单位学习考察活动的通知',
      host: 'society',
      to: 'society',
      purpose: '为交流智能化建设经验，学会拟组织会员单位学习考察。',
      sections: [
        ['一、考察内容', '智能化采掘工作面、选煤厂集中控制、矿区生态修复。'],
        ['二、报名', '每家单位限2人，名额有限，按回复先后确定。'],
      ],
      workdays: 6,
    },
  ],
  7: [
    quarter('关于报送{y}年第二季度经济运行情况的通知', '{y}年第二季度'),
    {
      title: '关于召开{y}年上半年经济运行座谈会的通知',
      host: 'association',
      purpose: '为分析上半年经济运行情况，研判下半年走势，定于近期召开座谈会。',
      sections: [
        ['一、会议内容', { list: ['通报上半年经济运行情况', '会员单位交流发言', '研究下半年工作'] }],
        ['二、发言准备', '发言材料3000字以内，报到时交20份。'],
      ],
      workdays: 5,
    },
    {
      title: '关于尚未缴纳{y}年度会费单位抓紧缴纳的通知',
      host: 'association',
      purpose: '目前仍有部分会员单位未缴纳{y}年度会费，请抓紧办理。',
      sections: [['一、有关说明', '已缴纳的单位请忽略并确认收到；确有困难的，请由联络员向办公室书面说明。']],
      workdays: 8,
    },
  ],
  8: [
    {
      title: '关于征集{y}年度“五小”创新成果的通知',
      host: 'association',
      purpose:
        '为激发一线职工创新活力，现征集{y}年度“五小”（小发明、小革新、小改造、小设计、小建议）创新成果。',
      sections: [
        ['一、申报条件', '已在生产中应用半年以上，有明显的安全或经济效益。'],
        ['二、申报材料', { list: ['申报表', '1500字以内的说明', '照片3张'] }],
      ],
      workdays: 10,
    },
    {
      title: '关于举办煤矿智能化技术研讨班的通知',
      host: 'society',
      purpose: '为推动煤矿智能化建设，学会定于下月举办技术研讨班。',
      sections: [
        ['一、研讨内容', { list: ['智能综采工作面建设', '辅助运输无人化', '数据治理'] }],
        ['二、报名', '请联络员报送参加人员姓名、职务和手机号码。'],
      ],
      workdays: 7,
    },
    {
      title: '关于征订{y2}年行业期刊的通知',
      host: 'association',
      purpose: '{y2}年行业期刊征订工作现已开始，请各会员单位做好征订。',
      sections: [['一、征订办法', '自愿征订，请由联络员报送份数和收件地址；不征订的单位确认收到即可。']],
      workdays: 9,
    },
  ],
  9: [
    duty('关于做好{y}年国庆节期间值班和信息报送工作的通知', '国庆节'),
    {
      title: '关于报送会员单位先进典型事迹的通知',
      host: 'association',
      purpose: '协会拟编印会员单位先进典型事迹汇编，现请各单位报送材料。',
      sections: [
        ['一、材料要求', '集体、个人事迹各限1篇，每篇2000字以内，经单位党组织审核。'],
        ['二、图片', '附工作照片2张，画面清晰。'],
      ],
      workdays: 8,
    },
    {
      title: '关于核实学会会员名册的通知',
      host: 'society',
      to: 'society',
      purpose: '为做好换届准备，请各单位核实学会会员名册。',
      sections: [['一、核实内容', { list: ['在册会员姓名、职称、职务', '新增和退出人员'] }]],
      workdays: 7,
    },
  ],
  10: [
    quarter('关于报送{y}年第三季度经济运行情况的通知', '{y}年第三季度'),
    {
      title: '关于召开{y}年学术年会的通知',
      host: 'society',
      purpose: '学会定于下月召开{y}年学术年会，请各会员单位组织参加。',
      sections: [
        ['一、会议内容', { list: ['特邀报告', '分会场交流', '优秀论文颁奖'] }],
        ['二、报名', '请由联络员汇总本单位参会人员名单。'],
      ],
      workdays: 8,
    },
  ],
  11: [
    {
      title: '关于做好今冬明春安全生产和能源保供信息报送工作的通知',
      host: 'association',
      purpose: '当前正值冬季用能高峰，为做好安全生产和能源保供工作。',
      sections: [
        ['一、重点工作', { list: ['防寒防冻、防火防爆检查', '电煤中长期合同兑现'] }],
        ['二、信息报送', '每周五15:00前报送本周产量、销量和库存。'],
      ],
      workdays: 5,
    },
    {
      title: '关于报送{y}年度联络员变更情况的通知',
      host: 'association',
      purpose: '根据联络员工作制度，联络员工作变动的应做好交接并及时告知办公室。',
      sections: [
        [
          '一、报送内容',
          '本年度有变动的单位，请新任联络员扫描登记码填写登记表；没有变动的单位确认收到即可。',
        ],
      ],
      workdays: 6,
    },
  ],
  12: [
    {
      title: '关于推荐{y}年度优秀联络员的通知',
      host: 'association',
      purpose: '根据联络员工作制度，现开展{y}年度联络员考评和优秀联络员推荐。',
      sections: [
        ['一、推荐条件', { list: ['热爱联络工作，积极参加活动', '按时办理会费', '稿件数量多、采用率高'] }],
        ['二、推荐程序', '由会员单位出具推荐意见，协会、学会综合评定，理事会议表彰。'],
      ],
      workdays: 8,
    },
    {
      title: '关于召开理事会议的通知',
      host: 'association',
      purpose: '经会长办公会研究，定于近期召开理事会议。',
      sections: [
        ['一、会议议程', { list: ['审议年度工作报告', '审议财务收支情况', '表彰优秀联络员'] }],
        ['二、参会人员', '理事单位负责人；其他会员单位可派联络员列席。'],
      ],
      workdays: 6,
    },
    {
      title: '关于报送{y}年工作总结和下一年工作打算的通知',
      host: 'association',
      purpose: '为做好年度总结，请各会员单位报送工作总结。',
      sections: [['一、主要内容', { list: ['本年度主要工作和成效', '存在的困难和问题', '下一年工作打算'] }]],
      workdays: 9,
    },
  ],
};

/** One that was taken back, then those that still run, the latest last. */
export const recentKinds: RecentKind[] = [
  {
    title: '关于召开会员单位安全工作交流会的通知',
    host: 'association',
    purpose: '为交流安全管理经验，定于近期召开会员单位安全工作交流会。',
    sections: [['一、参会人员', '各会员单位分管安全工作的负责人1人。']],
    workdays: 5,
    ago: 4,
    share: 0.12,
    withdrawn: '会议时间另行安排，请以新通知为准',
  },
  {
    title: '关于核实联络员名单和通讯方式的通知',
    host: 'association',
    purpose: '近期部分会员单位人员变动较多，为保证联络畅通，请各会员单位核实联络员名单和通讯方式。',
    sections: [
      ['一、核实内容', { list: ['联络员姓名、职务、手机、办公电话', '单位通讯地址和邮编'] }],
      ['二、变更登记', '联络员已变动的，请新任联络员尽快填写登记表，单位盖章后备案。'],
    ],
    workdays: 2,
    ago: 4,
    share: 0.74,
  },
  {
    title: '关于报送{y2}年联络员培训需求的通知',
    host: 'association',
    purpose: '为安排好{y2}年联络员培训，请各会员单位报送培训需求。',
    sections: [
      ['一、填报内容', { list: ['拟参加培训的人数和姓名', '希望培训的内容', '是否需要安排住宿'] }],
      ['二、填报方式', '由联络员在小程序填写回执表，截止前可以修改。'],
    ],
    workdays: 4,
    ago: 3,
    share: 0.52,
    asking: {
      kind: 'form',
      questions: [
        { id: 'q1', kind: 'count', label: '拟参训人数', required: true, max: 20 },
        { id: 'q2', kind: 'names', label: '参训人员姓名', required: false, max: 5 },
        {
          id: 'q3',
          kind: 'choice',
          label: '希望培训的内容',
          required: true,
          several: true,
          options: ['新闻写作与摄影', '公文处理', '行业政策解读', '小程序使用'],
        },
        {
          id: 'q4',
          kind: 'choice',
          label: '是否需要住宿',
          required: true,
          several: false,
          options: ['需要', '不需要'],
        },
      ],
    },
  },
  {
    title: '关于召开会员单位座谈会的通知',
    host: 'association',
    purpose: '为听取会员单位意见建议，改进协会、学会工作，定于近期召开会员单位座谈会。',
    sections: [
      [
        '一、座谈内容',
        { list: ['对协会、学会工作的意见建议', '企业当前困难和需要协调的问题', '下一步工作打算'] },
      ],
      ['二、参会人员', '各会员单位负责人或联络员1人。请联络员确认收到本通知。'],
      [
        '三、时间地点',
        {
          table: [
            ['时间', '地点'],
            ['另行通知', '协会会议室'],
          ],
        },
      ],
    ],
    workdays: 5,
    ago: 1,
    share: 0.35,
  },
];
