import type { InputOf, OutputOf, ParsedOf } from './action';
import { checkContract } from './check';
import { codeContract } from './code';
import { digestContract } from './digest';
import { directoryContract } from './directory';
import { fileContract } from './file';
import { filingContract } from './filing';
import { groupContract } from './group';
import { handoverContract } from './handover';
import { homeContract } from './home';
import { manuscriptContract } from './manuscript';
import { meContract } from './me';
import { noticeContract } from './notice';
import { officeContract } from './office';
import { outboxContract } from './outbox';
import { paperContract } from './paper';
import { privacyContract } from './privacy';
import { recordContract } from './record';
import { reportContract } from './report';
import { rosterContract } from './roster';
import { seatContract } from './seat';
import { staffContract } from './staff';
import { unitContract } from './unit';

/** Every action of the product. The client imports its types only. */
export const contract = {
  ...meContract,
  ...officeContract,
  ...unitContract,
  ...codeContract,
  ...fileContract,
  ...filingContract,
  ...noticeContract,
  ...outboxContract,
  ...directoryContract,
  ...homeContract,
  ...handoverContract,
  ...seatContract,
  ...recordContract,
  ...staffContract,
  ...privacyContract,
  ...rosterContract,
  ...paperContract,
  ...reportContract,
  ...manuscriptContract,
  ...checkContract,
  ...groupContract,
  ...digestContract,
};

type All = typeof contract;
export type ActionName = keyof All;
export type MutationName = { [K in ActionName]: All[K]['kind'] extends 'mutation' ? K : never }[ActionName];
export type QueryName = Exclude<ActionName, MutationName>;
export type Input<K extends ActionName> = InputOf<All[K]>;
export type Parsed<K extends ActionName> = ParsedOf<All[K]>;
export type Output<K extends ActionName> = OutputOf<All[K]>;
