import { SET_DATA_KB } from '../../scripts/bench/set-data';
import { makeOffice, makeSeatedUnit, makeStaff } from '../support';
import { usePhones, type Phone } from './support';

const phones = usePhones();

async function writing(): Promise<Phone> {
  await makeOffice();
  await makeSeatedUnit();
  const { openid } = await makeStaff('editor');
  return phones.start({ openid, url: '/features/notice/compose/index' });
}

const fields = (phone: Phone) => [...phone.page.root.all()].filter(({ tag }) => tag === 'textarea');
const texts = (phone: Phone) => fields(phone).map(({ text }) => text);
const field = (phone: Phone, at = 0) => {
  const found = fields(phone)[at];
  if (!found) throw new Error(`no field ${at}`);
  return found;
};
const input = async (phone: Phone, at: number, value: string) => {
  phone.page.send(field(phone, at), 'input', { value, cursor: value.length });
  await phone.settle();
};

test('words chosen in the field are set bold, and stay so while the text around them is typed', async () => {
  const phone = await writing();
  await input(phone, 0, '请于周五前报送');
  phone.page.send(field(phone), 'selectionchange', { selectionStart: 2, selectionEnd: 4 });
  await phone.settle();
  await phone.tap({ text: '选中的字加粗' });
  await input(phone, 0, '请务必于周五前报送');
  expect(phone.find({ className: 'editor-reads' }).text).toBe('读者看到的样子：请务必于周五前报送');
  expect(phone.find({ className: 'strong', text: '周五' }).text).toBe('周五');
});

test('Enter begins a paragraph, several lines become several, and what is too long leaves the field as it was', async () => {
  const phone = await writing();
  await input(phone, 0, '一、时间');
  await input(phone, 0, '一、时间\n');
  expect(texts(phone)).toEqual(['一、时间', '']);
  await input(phone, 1, '二、地点\n三、人员');
  expect(texts(phone)).toEqual(['一、时间', '二、地点', '三、人员']);
  await input(phone, 2, `三、人员${'很长'.repeat(34_000)}`);
  expect(phone.text).toContain('没有加进来');
  expect(texts(phone)).toEqual(['一、时间', '二、地点', '三、人员']);
});

test('a long paper pasted at once is sent to the screen within the budget', async () => {
  const phone = await writing();
  const before = phone.setData.length;
  await input(phone, 0, Array.from({ length: 60 }, (_, i) => `第${i + 1}段${'正文'.repeat(60)}`).join('\n'));
  expect(texts(phone)).toHaveLength(60);
  const largest = Math.max(...phone.setData.slice(before).map(({ bytes }) => bytes));
  expect(largest).toBeLessThan(SET_DATA_KB * 1024);
});
