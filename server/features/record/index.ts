import { recordContract } from '@contract/record';
import { feature } from '../../kit/serve';
import { check } from './actions/check';
import { checkFor } from './actions/check-for';
import { correct } from './actions/correct';
import { correction } from './actions/correction';
import { corrections } from './actions/corrections';
import { decide } from './actions/decide';
import { list } from './actions/list';
import { mine } from './actions/mine';
import { remind } from './actions/remind';
import { withdraw } from './actions/withdraw';
import { recordPolicy } from './policy';

export const record = feature({
  contract: recordContract,
  policy: recordPolicy,
  acts: {
    'record.mine': mine,
    'record.check': check,
    'record.checkFor': checkFor,
    'record.correct': correct,
    'record.withdraw': withdraw,
    'record.corrections': corrections,
    'record.correction': correction,
    'record.decide': decide,
    'record.list': list,
    'record.remind': remind,
  },
});
