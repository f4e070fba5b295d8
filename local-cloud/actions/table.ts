import type { Action } from './context';
import { abortTransaction } from './database/abort-transaction';
import { addCollection } from './database/add-collection';
import { aggregateDocuments } from './database/aggregate-documents';
import { calculateDocument } from './database/calculate-document';
import { commitTransaction } from './database/commit-transaction';
import { getDocument } from './database/get-document';
import { insertDocument } from './database/insert-document';
import { modifyAndReturnDoc } from './database/modify-and-return-doc';
import { modifyDocument } from './database/modify-document';
import { removeDocument } from './database/remove-document';
import { startTransaction } from './database/start-transaction';
import { invokeFunction } from './invoke-function';
import { batchDeleteFile } from './storage/batch-delete-file';
import { batchGetDownloadUrl } from './storage/batch-get-download-url';
import { getUploadMetadata } from './storage/get-upload-metadata';

/** Every wire action there is; anything else fails by name. */
export const ACTIONS: Record<string, Action> = {
  'database.getDocument': getDocument,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.calculateDocument': calculateDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.addCollection': addCollection,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
  'functions.invokeFunction': invokeFunction,
};

/** What the SDK offers and this cloud does not: by wire action, in the SDK's words. */
export const NOT_EMULATED: Record<string, string> = {
  'auth.wsWebSign': 'watch()',
  'storage.batchCopyFile': 'copyFile()',
  'storage.getFileAuthority': 'getFileAuthority()',
  'wx.api': 'callWxOpenApi()',
  'wx.wxPayApi': 'cloudPay',
};

/** Other names people use for the same action, for scripts of faults. */
export const ALIASES: Record<string, string> = {
  'database.updateDocument': 'database.modifyDocument',
  'database.deleteDocument': 'database.removeDocument',
  'database.addDocument': 'database.insertDocument',
  'database.queryDocument': 'database.getDocument',
  'database.countDocument': 'database.calculateDocument',
  'database.createCollection': 'database.addCollection',
};
