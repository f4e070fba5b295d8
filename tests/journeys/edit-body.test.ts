import { cloud } from '../support';
import type { Visitor } from './support/browser';
import { BODY, bodyKept, writing } from './support/composing';

const fields = (writer: Visitor) => writer.page.locator('textarea').and(writer.page.getByPlaceholder(BODY));
const texts = (writer: Visitor) =>
  fields(writer).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

/** The paragraphs are these, as soon as the page has drawn them. */
async function stand(writer: Visitor, wanted: string[]) {
  for (let i = 0; i < 100 && (await texts(writer)).join('|') !== wanted.join('|'); i += 1)
    await writer.page.waitForTimeout(100);
  expect(await texts(writer)).toEqual(wanted);
}

/** Into the next paragraph: the cursor is in an empty field. */
async function enter(writer: Visitor) {
  await writer.page.keyboard.press('Enter');
  await writer.page.waitForFunction(
    () => (document.activeElement as HTMLTextAreaElement | null)?.value === '',
  );
}

it('sets chosen words bold and red, and they stay so whatever is typed around them', async () => {
  const writer = await writing();
  await writer.type(BODY, '请于周五前报送回执');
  await fields(writer).evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(2, 4));
  await writer.tap('选中的字加粗');
  await writer.tap('选中的字标红');
  await writer.sees('读者看到的样子：');
  await fields(writer).evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(9, 9));
  await fields(writer).focus();
  await writer.page.keyboard.type('，谢谢');
  await writer.page.keyboard.press('Home');
  await writer.page.keyboard.type('务必');
  await writer.sees('换台设备也能接着写');
  expect(await bodyKept()).toEqual([
    {
      type: 'paragraph',
      runs: [{ text: '务必请于' }, { text: '周五', bold: true, color: 'red' }, { text: '前报送回执，谢谢' }],
    },
  ]);
  await writer.fits();
});

it('begins a paragraph with Enter, numbers stay in order, and what was deleted comes back', async () => {
  const writer = await writing();
  await fields(writer).click();
  await writer.page.keyboard.type('一、时间');
  await enter(writer);
  await writer.page.keyboard.type('二、地点');
  await enter(writer);
  await writer.page.keyboard.type('三、人员');
  await stand(writer, ['一、时间', '二、地点', '三、人员']);

  await fields(writer).nth(1).click();
  await writer.sees('下移');
  await writer.tap('删除');
  await writer.sees('已删除一段“二、地点”');
  await writer.sees('编号不连续：“三”按顺序应为“二”');
  await writer.tap('按顺序重新编号');
  await writer.sees('已按顺序重新编号');
  await stand(writer, ['一、时间', '二、人员']);
  await writer.tap('撤销');
  await writer.gone('已按顺序重新编号');
  await stand(writer, ['一、时间', '三、人员']);

  await fields(writer).nth(0).click();
  // The tools are those of the first block now.
  await writer.gone('上移');
  await writer.tap('删除');
  await writer.sees('已删除一段“一、时间”');
  await writer.tap('撤销');
  await writer.gone('已删除一段');
  await stand(writer, ['一、时间', '三、人员']);

  await writer.tap('下面加一段');
  await fields(writer).nth(2).waitFor();
  await fields(writer).nth(1).fill('二、费用');
  await stand(writer, ['一、时间', '二、费用', '三、人员']);
  await writer.tap('下移');
  await writer.sees('编号不连续：“三”按顺序应为“二”，共2处');
  await stand(writer, ['一、时间', '三、人员', '二、费用']);
  await writer.tap('上移');
  await writer.gone('编号不连续');
  await writer.fits();
});

it('loses nothing when the page is killed while it is written, not even without a network', async () => {
  const writer = await writing();
  await writer.type('请填写标题', '关于报送四季度信息的通知');
  await writer.context.setOffline(true);
  await writer.type(BODY, '一、时间\n二、地点\n三、写到一');
  await fields(writer).nth(2).fill('三、写到一半');
  await writer.page.close({ runBeforeUnload: false });

  await writer.context.setOffline(false);
  const page = await writer.context.newPage();
  await page.goto(`${cloud.url}/#/features/notice/compose/index`);
  const again = page.locator('textarea').and(page.getByPlaceholder(BODY));
  await again.nth(2).waitFor();
  expect(await again.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))).toEqual([
    '一、时间',
    '二、地点',
    '三、写到一半',
  ]);
});
