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
  { name: 'claims', indexes: [index(['usedAt'], ['revokedAt'], ['expiresAt']), index(['requestId'])] },
  { name: 'people', indexes: [index(['staff.role']), index(['proxies.filingId'])] },
  {
    name: 'units',
    indexes: [
      index(['active'], ['sortKey']),
      index(['active'], ['seated'], ['sortKey']),
      index(['active'], ['grams'], ['sortKey']),
      index(['active'], ['hosts']),
      index(['active'], ['regionPlace']),
      index(['active'], ['industryPlace']),
      index(['active'], ['postPlace']),
      index(['active'], ['seated'], ['vacantSince'], ['sortKey']),
      index(['active'], ['tags'], ['sortKey']),
      index(['active'], ['seats.deputy.kind']),
      index(['active'], ['createdAt']),
      index(['active'], ['departures.backAt']),
      index(['left.at']),
      unique(['active'], ['name'], ['leftSlot']),
    ],
  },
  { name: 'codes', indexes: [index(['order', -1]), index(['unitId']), unique(['requestId'])] },
  {
    name: 'uploads',
    indexes: [
      index(['owner'], ['createdAt']),
      index(['use'], ['createdAt']),
      index(['check.state'], ['check.at']),
      index(['check.traceId']),
    ],
  },
  { name: 'checks', indexes: [index(['open'], ['order']), index(['openid'])] },
  {
    name: 'filings',
    indexes: [
      index(['openid'], ['order', -1]),
      index(['openid'], ['open'], ['order', -1]),
      index(['state'], ['order']),
      index(['unitId'], ['order', -1]),
      index(['inForce'], ['verifiedAt'], ['order']),
      index(['inForce'], ['announced'], ['since']),
      index(['inForce'], ['since']),
      index(['announced'], ['order']),
      unique(['slot']),
    ],
  },
  {
    name: 'handovers',
    indexes: [
      index(['state'], ['order']),
      index(['unitId'], ['order', -1]),
      index(['leaver.openid'], ['order', -1]),
      index(['successor.openid'], ['order', -1]),
      unique(['slot']),
      unique(['code']),
    ],
  },
  { name: 'proxies', indexes: [index(['unitId'], ['order', -1]), unique(['code'])] },
  {
    name: 'corrections',
    indexes: [
      index(['state'], ['order']),
      index(['filingId'], ['order', -1]),
      index(['unitId'], ['order', -1]),
      index(['openid'], ['order', -1]),
      unique(['slot']),
    ],
  },
  {
    name: 'erasures',
    indexes: [index(['state'], ['order']), index(['openid'], ['order', -1]), unique(['slot'])],
  },
  { name: 'attachments', indexes: [index(['unitId'], ['removedAt'], ['order', -1])] },
  { name: 'counters', indexes: [] },
  { name: 'imports', indexes: [index(['order', -1])] },
  { name: 'exports', indexes: [index(['expiresAt'])] },
  { name: 'papers', indexes: [index(['kind'], ['order', -1]), index(['expiresAt'])] },
  {
    name: 'notices',
    indexes: [
      index(['order', -1]),
      index(['state'], ['order']),
      index(['dueAt']),
      index(['running'], ['order', -1]),
      index(['running'], ['settled'], ['dueAt']),
      index(['push.state'], ['state'], ['order']),
      index(['numberKey']),
      index(['changing']),
      index(['doubtful']),
      index(['state'], ['nextRungAt']),
    ],
  },
  {
    name: 'receipts',
    indexes: [
      index(['noticeId'], ['place']),
      index(['noticeId'], ['done'], ['place']),
      index(['noticeId'], ['state'], ['place']),
      index(['noticeId'], ['onBehalf'], ['place']),
      index(['noticeId'], ['closed'], ['place']),
      index(['noticeId'], ['head'], ['done'], ['place']),
      index(['head'], ['done'], ['_id']),
      index(['noticeId'], ['picks'], ['place']),
      index(['unitId'], ['order', -1]),
      index(['unitId'], ['done'], ['dueAt'], ['order']),
      index(['unitId'], ['done'], ['order', -1]),
      index(['order', -1], ['_id', -1]),
      index(['region'], ['order', -1], ['_id', -1]),
      index(['changedAt']),
    ],
  },
  {
    name: 'outbox',
    indexes: [
      index(['state'], ['notBefore']),
      index(['state'], ['leaseUntil']),
      index(['state'], ['openid']),
      index(['lease']),
      index(['openid'], ['unitId'], ['state']),
      index(['openid'], ['state']),
      index(['requestId']),
      index(['subjectId'], ['_id']),
      index(['subjectId'], ['state']),
      index(['subjectId'], ['unitId']),
      index(['openid'], ['message'], ['state'], ['sentAt', -1]),
    ],
  },
  {
    name: 'drafts',
    indexes: [
      index(['openid'], ['open'], ['order', -1]),
      index(['openid'], ['state']),
      index(['state'], ['order', -1]),
      index(['state'], ['publishAt']),
    ],
  },
  { name: 'templates', indexes: [index(['active'], ['order', -1])] },
  { name: 'fills', indexes: [] },
  { name: 'digests', indexes: [] },
  { name: 'links', indexes: [] },
  { name: 'marks', indexes: [] },
  { name: 'groups', indexes: [index(['active'], ['sortKey']), unique(['name'], ['slot'])] },
  {
    name: 'joins',
    indexes: [index(['groupId'], ['state'], ['order']), index(['openid'], ['order', -1]), index(['unitId'])],
  },
  {
    name: 'audits',
    indexes: [
      index(['collection'], ['subjectId'], ['at']),
      index(['unitId'], ['at', -1], ['_id', -1]),
      index(['openid'], ['at', -1]),
    ],
  },
];
