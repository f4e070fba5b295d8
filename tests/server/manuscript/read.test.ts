import * as v from 'valibot';
import { body } from '@contract/body';
import {
  cloud,
  makeLiaison,
  makePerson,
  makeStaff,
  makeUnit,
  makeUpload,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { upload } from '../file/samples';
import { docx, image, p, png, r, readPaper, sent } from './papers';

const simple = () => docx({ body: p('各会员单位：') });

describe('manuscript.read', () => {
  it('is nothing for a stranger', async () => {
    const { fileKey } = await sent(await simple());
    expect(await stranger().fails('manuscript.read', { fileKey })).toMatchObject({ code: 'stranger' });
  });

  it('names the field that is wrong', async () => {
    const staff = await makeStaff();
    for (const fileKey of [undefined, 7, '../x', ''])
      expect(await staff.fails('manuscript.read', { fileKey })).toMatchObject({
        code: 'invalid',
        field: 'fileKey',
      });
  });

  it('reads only a file of the caller that was accepted', async () => {
    const { fileKey } = await sent(await simple());
    const missing = { code: 'missing', field: 'fileKey', message: '没有找到这个文件，请重新选择' };
    const liaison = await makeLiaison(await makeUnit());
    for (const other of [await makeStaff(), liaison])
      expect(await other.fails('manuscript.read', { fileKey })).toEqual(missing);
    const former = await makePerson();
    expect(await former.fails('manuscript.read', { fileKey })).toMatchObject({ code: 'stranger' });
    const staff = await makeStaff();
    expect(await staff.fails('manuscript.read', { fileKey: 'gone' })).toEqual(missing);
    const waiting = await makeUpload({ owner: staff.row._id, use: 'manuscript', fileId: null });
    expect(await staff.fails('manuscript.read', { fileKey: waiting._id })).toEqual(missing);
  });

  it('gives structured text a notice may be published with', async () => {
    const read = await readPaper({
      body:
        p(r('关于召开年会的通知', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
        p('各会员单位：') +
        p('') +
        p(r('请于') + r('11月26日', '<w:b/><w:color w:val="FF0000"/>') + r('前报名。')) +
        p(image('p1')),
      relations: { p1: 'media/image1.png' },
      media: { 'media/image1.png': png() },
    });
    expect(read).toMatchObject({
      title: '关于召开年会的通知',
      blocks: [
        { type: 'paragraph', runs: [{ text: '各会员单位：' }] },
        {
          type: 'paragraph',
          runs: [{ text: '请于' }, { text: '11月26日', bold: true, color: 'red' }, { text: '前报名。' }],
        },
        { type: 'picture', caption: '' },
      ],
      left: [],
    });
    expect(v.is(body, read.blocks)).toBe(true);
  });

  it('keeps its pictures as uploads of the caller, looked at by WeChat', async () => {
    const paper = await docx({
      body: p(image('p1')) + p('字') + p(image('p2')) + p(image('p1')),
      relations: { p1: 'media/image1.png', p2: 'media/image2.png' },
      media: { 'media/image1.png': png(4), 'media/image2.png': png(8) },
    });
    const { who, fileKey } = await sent(paper);
    const id = requestId();
    const first = await who.change('manuscript.read', { fileKey }, id);
    const keys = first.blocks.flatMap((block) => (block.type === 'picture' ? [block.fileKey] : []));
    expect(keys).toEqual([`${id}-1`, `${id}-2`, `${id}-1`]);
    expect(Object.keys(first.urls).sort()).toEqual([`${id}-1`, `${id}-2`]);
    const reply = await fetch(first.urls[`${id}-2`] ?? '');
    expect(Buffer.from(await reply.arrayBuffer()).equals(png(8))).toBe(true);
    const rows = await cloud.find('uploads', { use: 'picture' });
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toMatchObject({
        owner: who.openid,
        fileId: expect.stringContaining('kept/'),
        check: { state: 'asked', traceId: expect.any(String) },
      });
    // The same again: nothing new is kept, the answer is the same but for the addresses.
    const again = await who.change('manuscript.read', { fileKey }, id);
    expect({ ...again, urls: {} }).toEqual({ ...first, urls: {} });
    expect(await cloud.find('uploads', { use: 'picture' })).toEqual(rows);
    expect(await cloud.find('audits', { action: 'manuscript.read' })).toMatchObject([
      { _id: id, collection: 'uploads', subjectId: fileKey },
    ]);
    expect((await requestsOf('manuscript.read')).length).toBeLessThanOrEqual(7);
  });

  it('needs few requests for words alone', async () => {
    await readPaper({ body: p('各会员单位：') });
    expect((await requestsOf('manuscript.read')).length).toBeLessThanOrEqual(3);
  });

  it('says so when nothing is in it', async () => {
    const { who, fileKey } = await sent(await docx({ body: p('') }));
    expect(await who.fails('manuscript.read', { fileKey })).toEqual({
      code: 'invalid',
      field: 'fileKey',
      message: '这个文件里没有可以导入的文字',
    });
  });

  it('refuses one over 10 MB that came as an attachment', async () => {
    const staff = await makeStaff();
    const content = await simple();
    const fileId = await upload('kept/large.docx', content);
    const row = await makeUpload({
      owner: staff.row._id,
      use: 'attachment',
      name: '大.docx',
      size: 10 * 1024 * 1024 + 1,
      fileId,
    });
    expect(await staff.fails('manuscript.read', { fileKey: row._id })).toMatchObject({
      code: 'invalid',
      message: 'Word文档最大10MB，请删去大图片后再导入，或作为附件添加',
    });
    const { row: fit } = { row: await makeUpload({ owner: staff.row._id, use: 'attachment', fileId }) };
    expect(await staff.change('manuscript.read', { fileKey: fit._id })).toMatchObject({ title: '' });
  });
});
