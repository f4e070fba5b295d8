import type { Cloud } from '../cloud';

export interface OpenApiCall {
  cloud: Cloud;
  /** Parameters in the names of the HTTP interface (snake case). */
  params: Record<string, unknown>;
}

export type OpenApiReply = Record<string, unknown> | { contentType: string; buffer: Buffer };
export type OpenApi = (call: OpenApiCall) => OpenApiReply | Promise<OpenApiReply>;

/** An error in WeChat's numbers and words. */
export class WxError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(errmsg);
    this.name = 'WxError';
  }
}

/** Checks that a page is in the released version, when the embedding program told which are. */
export function checkPage(cloud: Cloud, page: string): void {
  const [bare = ''] = page.replace(/^\//, '').split('?');
  if (cloud.options.pages !== undefined && !cloud.options.pages.includes(bare))
    throw new WxError(41030, 'invalid page');
}
