import { fromPlainText } from './body';
import type { TemplateContent } from './notice-draft';

/** Templates (模板) shipped with the product: blanks in brackets, nobody's name. */
export interface BuiltInTemplate {
  id: string;
  name: string;
  content: TemplateContent;
}

const lines = (...words: string[]) => fromPlainText(words.join('\n'));

export const builtInTemplates: BuiltInTemplate[] = [
  {
    id: 'meeting',
    name: '会议通知',
    content: {
      title: '关于召开（　　　　）会议的通知',
      style: 'formal',
      asking: {
        kind: 'form',
        questions: [
          { id: 'qpeople', kind: 'count', label: '参会人数', required: true, max: 10 },
          { id: 'qnames', kind: 'names', label: '参会人员姓名、职务', required: true, max: 10 },
          {
            id: 'qroom',
            kind: 'choice',
            label: '是否住宿',
            required: true,
            several: false,
            options: ['住宿', '不住宿'],
          },
        ],
      },
      body: lines(
        '各会员单位：',
        '为（　　　　），经研究，定于（　　）月（　　）日召开（　　　　）会议。现将有关事项通知如下：',
        '一、会议时间：（　　）月（　　）日（　　）时，会期（　　）天。',
        '二、会议地点：（　　　　）。',
        '三、参会人员：（　　　　）。',
        '四、会议内容：（　　　　）。',
        '五、请各单位于（　　）月（　　）日前填写回执。会议联系人：（　　），电话：（　　　　）。',
      ),
    },
  },
  {
    id: 'articles',
    name: '征集稿件',
    content: {
      title: '关于征集（　　　　）稿件的通知',
      style: 'plain',
      asking: { kind: 'confirm' },
      body: lines(
        '各会员单位联络员：',
        '协会（　　　　）现征集稿件，请结合本单位实际组织撰稿。',
        '一、内容：（　　　　）。',
        '二、要求：每篇（　　）字以内，图片不少于（　　）张，注明单位和作者。',
        '三、报送：请于（　　）月（　　）日前发送至（　　　　）。',
      ),
    },
  },
  {
    id: 'dues',
    name: '会费缴纳',
    content: {
      title: '关于缴纳（　　　　）年度会费的通知',
      style: 'formal',
      asking: { kind: 'confirm' },
      body: lines(
        '各会员单位：',
        '根据协会章程和会费标准，现请缴纳（　　　　）年度会费。',
        '一、标准：副会长单位（　　　）元，理事单位（　　　）元，会员单位（　　　）元。',
        '二、时间：请于（　　）月（　　）日前缴纳。',
        '三、账户：户名（　　　　），开户行（　　　　），账号（　　　　）。汇款请注明单位名称。',
        '四、票据：到账后开具会费收据，联系电话（　　　　）。',
      ),
    },
  },
  {
    id: 'holiday',
    name: '放假通知',
    content: {
      title: '关于（　　　　）放假安排的通知',
      style: 'plain',
      asking: { kind: 'read' },
      body: lines(
        '各会员单位：',
        '（　　　　）期间，秘书处（　　）月（　　）日至（　　）月（　　）日放假，共（　　）天，（　　）月（　　）日正常上班。',
        '如有急事，请联系值班电话（　　　　）。',
      ),
    },
  },
  {
    id: 'materials',
    name: '报送材料',
    content: {
      title: '关于报送（　　　　）材料的通知',
      style: 'plain',
      asking: {
        kind: 'form',
        questions: [
          { id: 'qfile', kind: 'file', label: '材料文件', required: true, max: 3 },
          { id: 'qnote', kind: 'text', label: '说明', required: false, max: 200 },
        ],
      },
      body: lines(
        '各会员单位：',
        '为（　　　　），请报送（　　　　）材料。',
        '一、报送内容：（　　　　）。',
        '二、报送时间：请于（　　）月（　　）日前报送。',
        '三、报送方式：直接在本通知的回执里上传文件，（　　　　）格式。',
      ),
    },
  },
];
