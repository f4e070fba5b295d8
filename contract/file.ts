import * as v from 'valibot';
import { mutation } from './action';
import { codeId } from './code';
import { id, text } from './fields';

const MB = 1024 * 1024;

/** What a file is for; each with its largest size in bytes and the kinds of content allowed. */
export const fileUses = {
  photo: { label: '照片', max: 5 * MB, types: ['jpg', 'png'] },
  recommendation: { label: '推荐意见', max: 5 * MB, types: ['jpg', 'png'] },
  proofLetter: { label: '单位证明', max: 5 * MB, types: ['jpg', 'png'] },
  licence: { label: '营业执照', max: 5 * MB, types: ['jpg', 'png'] },
  /** A unit's sealed letter in place of the leaver's own word (交接). */
  letter: { label: '单位来函', max: 5 * MB, types: ['jpg', 'png'] },
  /** A returned paper with its seal. */
  paper: { label: '盖章回执', max: 5 * MB, types: ['jpg', 'png'] },
  roster: { label: '名册', max: 10 * MB, types: ['xlsx', 'xls'] },
  /** A .docx whose text is taken over (导入Word文档). */
  manuscript: { label: 'Word文档', max: 10 * MB, types: ['docx'] },
  picture: { label: '图片', max: 5 * MB, types: ['jpg', 'png'] },
  attachment: { label: '附件', max: 20 * MB, types: ['jpg', 'png', 'pdf', 'docx', 'xlsx'] },
} as const;
export type FileUse = keyof typeof fileUses;
export type FileType = (typeof fileUses)[FileUse]['types'][number];

export const fileContract = {
  /** Asks for a place to upload to. A stranger needs a valid registration code. */
  'file.ticket': mutation(
    v.object({
      use: v.picklist(Object.keys(fileUses) as FileUse[], '没有这种文件用途'),
      name: text('文件名', 120),
      size: v.pipe(v.number('文件大小不正确'), v.integer('文件大小不正确'), v.minValue(1, '文件是空的')),
      codeId: v.optional(codeId),
    }),
    v.object({ fileKey: v.string(), cloudPath: v.string() }),
  ),

  /** After the upload: the server looks at the bytes; a wrong file is deleted. */
  'file.accept': mutation(
    v.object({
      fileKey: id('文件'),
      fileId: v.pipe(
        v.string('缺少文件'),
        v.startsWith('cloud://', '文件地址不正确'),
        v.maxLength(400, '文件地址不正确'),
      ),
    }),
    v.object({ fileKey: v.string(), name: v.string(), size: v.number(), url: v.string() }),
  ),
};
