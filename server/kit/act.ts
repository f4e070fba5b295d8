import type { ActionName, Output, Parsed } from '@contract/index';
import type { Context } from './context';

/** The handler of one action, typed by the contract. */
export type Act<K extends ActionName> = (ctx: Context, input: Parsed<K>) => Promise<Output<K>>;
