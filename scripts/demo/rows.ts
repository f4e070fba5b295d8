import type { Attachment } from '@server/stores/attachments';
import type { Audit } from '@server/stores/audits';
import type { Code } from '@server/stores/codes';
import type { Counter } from '@server/stores/counters';
import type { Filing } from '@server/stores/filings';
import type { Group } from '@server/stores/groups';
import type { Join } from '@server/stores/joins';
import type { Mark } from '@server/stores/marks';
import type { Notice } from '@server/stores/notices';
import type { Office } from '@server/stores/offices';
import type { OutboxRow } from '@server/stores/outbox';
import type { Person } from '@server/stores/people';
import type { Receipt } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import type { Upload } from '@server/stores/uploads';

/** Rows by collection, as the stores keep them. */
export interface DemoRows {
  offices: Office[];
  people: Person[];
  units: Unit[];
  codes: Code[];
  /** `fileId` is null until the file was uploaded. */
  uploads: Upload[];
  filings: Filing[];
  counters: Counter[];
  notices: Notice[];
  receipts: Receipt[];
  outbox: OutboxRow[];
  groups: Group[];
  joins: Join[];
  attachments: Attachment[];
  audits: Audit[];
  marks: Mark[];
}

/** A file to upload to `cloudPath`; its address belongs into the `fileId` of the upload row with this key. */
export interface DemoFile {
  key: string;
  cloudPath: string;
  bytes: Buffer;
}

export interface DemoData {
  rows: DemoRows;
  files: DemoFile[];
}

/** Ids are readable, so that a page of the demo can be named in a test or a link. */
export const demoId = (what: string, n: number): string => `demo-${what}-${String(n).padStart(4, '0')}`;

/** As long as WeChat's, plainly not one. */
export const demoOpenid = (who: 'Staff' | 'Liaison', n: number): string =>
  `oDemo${who}${String(n).padStart(23 - who.length, '0')}`;
