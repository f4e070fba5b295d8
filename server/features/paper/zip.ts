import JSZip from 'jszip';
import type { Context } from '../../kit/context';
import type { Filing } from '../../stores/filings';
import type { Office } from '../../stores/offices';
import { units } from '../../stores/units';
import { uploads, type Upload } from '../../stores/uploads';
import { codePicture } from './code-picture';
import { distinct, fileName } from '../../office/file-name';
import { formOf } from './form-of';
import { photoBytes } from './photo';

/** Photos of one zip together; a form without its photo is about 20 KB. Keeps a part under WeChat's limits and the memory. */
const PHOTOS_MAX = 12 * 1024 * 1024;
/** Codes and photos are fetched for so many forms at once. */
const AT_ONCE = 4;

/** The photos by their keys, and how many of the first forms stay within what a zip may hold (at least one). */
export async function withinLimit(filings: Filing[]): Promise<{ photos: Map<string, Upload>; most: number }> {
  const keys = filings.flatMap(({ form }) => (form.photo ? [form.photo] : []));
  const rows = keys.length > 0 ? await uploads.byKeys(keys) : [];
  const photos = new Map(rows.map((row) => [row._id, row]));
  let bytes = 0;
  const over = filings.findIndex(({ form }, i) => {
    bytes += photos.get(form.photo ?? '')?.size ?? 0;
    return i > 0 && bytes > PHOTOS_MAX;
  });
  return { photos, most: over < 0 ? filings.length : over };
}

/** One document a person, 单位_姓名.docx, in the order given. */
export async function zipOf(
  ctx: Context,
  office: Office | null,
  filings: Filing[],
  photos: Map<string, Upload>,
): Promise<Buffer> {
  const zip = new JSZip();
  const taken = new Set<string>();
  const hosts = new Map(
    (await units.byIds([...new Set(filings.map(({ unitId }) => unitId))])).map((unit) => [unit._id, unit]),
  );
  for (let i = 0; i < filings.length; i += AT_ONCE) {
    const batch = filings.slice(i, i + AT_ONCE);
    const documents = await Promise.all(
      batch.map(async (filing) => {
        const [photo, code] = await Promise.all([
          photoBytes(photos.get(filing.form.photo ?? '')),
          codePicture('form', filing._id),
        ]);
        return formOf({
          filing,
          office,
          unit: hosts.get(filing.unitId) ?? null,
          photo,
          code,
          printedAt: ctx.now,
        });
      }),
    );
    documents.forEach((bytes, n) => {
      const filing = batch[n];
      const name = distinct(fileName(filing?.unitName ?? '', filing?.form.name ?? ''), taken);
      zip.file(`${name}.docx`, bytes, { date: ctx.now });
    });
  }
  // Documents are compressed already.
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}
