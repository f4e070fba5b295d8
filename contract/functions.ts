/** Features whose libraries are heavy (Word, Excel, zip); they have a cloud function of their own (decision D5). */
const DOCUMENTS = ['roster', 'paper', 'report', 'manuscript'];

/** The cloud function that serves an action. */
export const functionOf = (action: string): 'api' | 'documents' =>
  DOCUMENTS.includes(action.split('.')[0] ?? '') ? 'documents' : 'api';
