import { Reader, Writer } from 'protobufjs/minimal';

/** Pairs of an openapi request: key to JSON text or bytes (CommApiData of wx-server-sdk's protobuf/openapi.js). */
export interface ApiData {
  pairs: Map<string, Buffer>;
  /** 0: open api; 2: svrkit. */
  apiType: number;
}

/** Decodes CommApiData: 1 apiType, 2 openapiData { 1 pairs { 1 key, 2 value, 3 content type, 4 file name } }. */
export function decodeApiData(bytes: Buffer): ApiData {
  const reader = Reader.create(bytes);
  const data: ApiData = { pairs: new Map(), apiType: 0 };
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === 1) data.apiType = reader.int32();
    else if (tag >>> 3 === 2) readPairs(Reader.create(reader.bytes()), data.pairs);
    else reader.skipType(tag & 7);
  }
  return data;
}

function readPairs(reader: Reader, pairs: Map<string, Buffer>): void {
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 !== 1) {
      reader.skipType(tag & 7);
      continue;
    }
    const pair = Reader.create(reader.bytes());
    let key = '';
    let value = Buffer.alloc(0);
    while (pair.pos < pair.len) {
      const inner = pair.uint32();
      if (inner >>> 3 === 1) key = pair.string();
      else if (inner >>> 3 === 2) value = Buffer.from(pair.bytes());
      else pair.skipType(inner & 7);
    }
    pairs.set(key, value);
  }
}

/** Encodes CommOpenApiResp: 1 data, 2 content type, 3 error code, 4 HTTP code. */
export function encodeApiReply(reply: { data?: Buffer; contentType?: string; errorCode?: number }): Buffer {
  const writer = Writer.create();
  writer.uint32(10).bytes(reply.data ?? Buffer.alloc(0));
  writer.uint32(18).string(reply.contentType ?? 'application/json; charset=utf-8');
  if (reply.errorCode !== undefined) writer.uint32(24).int32(reply.errorCode);
  writer.uint32(32).uint32(200);
  return Buffer.from(writer.finish());
}
