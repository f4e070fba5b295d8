/**
 * What persons agreed to, by version, in the order of 个人信息保护法 art. 17; art. 28–30 for the sensitive items. A text
 * somebody agreed to never changes: a changed one gets a new version here and in CONSENT_VERSION (contract/filing.ts),
 * the old one stays to be read.
 */
export type ConsentText = (officeName: string) => [part: string, text: string][];

/** Paragraphs of more than one version. One that is to change gets a new name here: what was agreed to stays as it was. */
const office = (officeName: string) => `${officeName}秘书处。联系方式见协会发给您单位的通知。`;
const collected =
  '本会登记表上列出的各项，您登记时逐项看到、逐项填写：姓名、性别、民族、出生日期、政治面貌、学历、职称、职务、手机、办公电话、邮箱、微信号、个人简历、照片，以及单位资料和单位盖章的推荐意见、证明、营业执照。本会制度不要求的项目不会出现在登记表上。制度要求身份证号的，会在那一项单独征得您同意，加密保存，平时只显示首尾几位。';
const purpose =
  '用于联络员登记备案、核对和交接，通知会议和工作，以及协会联络员制度规定的考评。其中民族、政治面貌、身份证号、照片和简历可能属于敏感个人信息，只用于核对身份和备案，不作他用。您接受消息提醒后，用您的微信发送通知和待办提醒。';
const place = '存放在境内的腾讯云服务器上（微信小程序云开发），由协会管理。';
const kept = '在您担任联络员期间保存；卸任后登录权限立即停止，备案资料按协会档案的保管期限留存，期满删除。';
const rights =
  '可以随时在“个人信息”里查阅、复制、申请更正和删除您的信息，或撤回同意。撤回同意不影响此前的处理，但撤回后不能继续担任联络员。';
const refusal = '可以不同意，那样就不能登记为联络员；您单位的会员资格不受影响。';

export const consentTexts = {
  '2026-11': (officeName) => [
    ['谁来处理', office(officeName)],
    [
      '收集什么',
      '登记表上的各项：姓名、性别、民族、出生日期、政治面貌、学历、职称、职务、手机、办公电话、邮箱、微信号、个人简历、照片，以及单位盖章的推荐意见。',
    ],
    [
      '为什么要',
      '用于联络员登记备案，通知会议和工作，以及协会联络员制度规定的考评。其中民族、政治面貌、照片和简历是登记表要求的项目，可能属于敏感个人信息，只用于核对身份和备案，不作他用。',
    ],
    [
      '谁能看到',
      '秘书处负责备案的工作人员能看到全部内容。其他会员单位的联络员只能在通讯录看到您的姓名、单位、职务、办公电话和打码的手机号。查看完整手机号会留下记录。不会向其他人提供。',
    ],
    ['存在哪里', place],
    ['保存多久', kept],
    [
      '您的权利',
      '可以随时向秘书处要求查阅、复制、更正、删除您的信息，或撤回同意。撤回同意不影响此前的处理，但撤回后不能继续担任联络员。',
    ],
    ['不同意会怎样', refusal],
  ],
  '2026-12': (officeName) => [
    ['谁来处理', office(officeName)],
    ['收集什么', collected],
    ['为什么要', purpose],
    [
      '谁能看到',
      '秘书处负责备案的工作人员审核您的登记和资料变更时能看到全部内容（身份证号除外），会打印登记表、导出通信联络表用于工作。其他会员单位的联络员只能在通讯录看到您的姓名、单位、职务、办公电话和手机号（本会制度没有规定公开的，手机号打码）。审核以外查看、打印、导出您的完整手机号，以及查看身份证号，都会留下记录，您可以在“个人信息”里看到。不会向其他人提供。',
    ],
    ['存在哪里', place],
    ['保存多久', kept],
    ['您的权利', rights],
    ['不同意会怎样', refusal],
  ],
  '2027-01': (officeName) => [
    ['谁来处理', office(officeName)],
    ['收集什么', collected],
    ['为什么要', purpose],
    [
      '谁能看到',
      '秘书处负责备案的工作人员审核您的登记和资料变更时能看到全部内容（身份证号只显示首尾几位），会打印登记表、导出通信联络表用于工作。其他会员单位的联络员只能在通讯录看到您的姓名、单位、职务、办公电话和打码的手机号；本会制度规定在通讯录公开手机号的，同会联络员都能看到完整号码，这一种不逐次记录。除此以外，谁看过您的完整手机号都有记录：审核时看到的每人每天记一次，查看、打印、导出的每次都记；查看身份证号也有记录。您可以在“个人信息”里看到是谁、什么时候。不会向其他人提供。',
    ],
    ['存在哪里', place],
    ['保存多久', `${kept}您申请删除的，哪些删除、哪些要保留和为什么，申请前逐项说明。`],
    ['您的权利', rights],
    ['不同意会怎样', refusal],
  ],
} satisfies Record<string, ConsentText>;

export type ConsentVersion = keyof typeof consentTexts;

const isKept = (version: string): version is ConsentVersion => Object.keys(consentTexts).includes(version);

/** The text of that version; null for one that is not in the archive. */
export const consentTextOf = (version: string, officeName: string): ReturnType<ConsentText> | null =>
  isKept(version) ? consentTexts[version](officeName) : null;
