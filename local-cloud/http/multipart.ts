/** Fields of a multipart/form-data body as form-data writes it: name to bytes. */
export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2];
  const fields = new Map<string, Buffer>();
  if (boundary === undefined) return fields;
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const headEnd = body.indexOf('\r\n\r\n', at);
    const next = body.indexOf(mark, at + mark.length);
    if (headEnd < 0 || next < 0) break;
    const name = /name="([^"]*)"/.exec(body.toString('utf8', at, headEnd))?.[1];
    if (name !== undefined) fields.set(name, body.subarray(headEnd + 4, next - 2));
    at = next;
  }
  return fields;
}
