import JSZip from 'jszip';

/** What can be read in a file, plain or packed: a workbook, a document, a zip of them. */
export async function textsOf(bytes: Buffer): Promise<string[]> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
    return [bytes.toString('utf8'), bytes.toString('utf16le')];
  const zip = await JSZip.loadAsync(bytes);
  const inner = await Promise.all(Object.values(zip.files).map((file) => file.async('nodebuffer')));
  return (await Promise.all(inner.map(textsOf))).flat();
}
