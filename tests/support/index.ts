export * from './callers';
export * from './cloud';
export * from './factories';
export * from './subscriptions';
