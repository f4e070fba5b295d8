/**
 * Collections with their indexes (decision D2). Every query of server/stores must be served by one of these:
 * equality on a prefix, then at most one range or the sort. All collections are closed to clients (decision D10).
 */
export interface IndexSpec {
  name: string;
  keys: [field: string, direction: 1 | -1][];
  unique?: boolean;
}

export interface CollectionSpec {
  name: string;
  indexes: IndexSpec[];
}

const index = (...keys: [string, (1 | -1)?][]): IndexSpec => ({
  name: keys.map(([field]) => field.replace(/\W/g, '_')).join('_'),
  keys: keys.map(([field, direction = 1]) => [field, direction]),
});

const unique = (...keys: [string, (1 | -1)?][]): IndexSpec => ({ ...index(...keys), unique: true });

export const collections: CollectionSpec[] = [
  { name: 'offices', indexes: [] },
  { name: 'claims', indexes: [] },
  { name: 'people', indexes: [] },
  {
    name: 'units',
    indexes: [
      index(['active'], ['sortKey']),
      index(['active'], ['seated'], ['sortKey']),
      index(['active'], ['grams'], ['sortKey']),
      index(['active'], ['hosts']),
      unique(['active'], ['name']),
    ],
  },
  { name: 'codes', indexes: [index(['order', -1]), unique(['requestId'])] },
  { name: 'uploads', indexes: [index(['owner'], ['createdAt'])] },
  {
    name: 'filings',
    indexes: [
      index(['openid'], ['order', -1]),
      index(['openid'], ['open'], ['order', -1]),
      index(['state'], ['order']),
      unique(['slot']),
    ],
  },
  { name: 'counters', indexes: [] },
  { name: 'notices', indexes: [index(['order', -1]), index(['state'], ['order']), index(['dueAt'])] },
  {
    name: 'receipts',
    indexes: [
      index(['noticeId'], ['done'], ['place']),
      index(['noticeId'], ['state'], ['place']),
      index(['unitId'], ['order', -1]),
      index(['unitId'], ['done'], ['dueAt']),
      index(['changedAt']),
    ],
  },
  { name: 'marks', indexes: [] },
  { name: 'audits', indexes: [index(['collection'], ['subjectId'], ['at']), index(['unitId'], ['at', -1])] },
];
