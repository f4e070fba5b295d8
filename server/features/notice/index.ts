import { noticeContract } from '@contract/notice';
import { feature } from '../../kit/serve';
import { answer } from './actions/answer';
import { answerSummary } from './actions/answer-summary';
import { answers } from './actions/answers';
import { chaseText } from './actions/chase-text';
import { classes } from './actions/classes';
import { confirm } from './actions/confirm';
import { correct } from './actions/correct';
import { fillJielong } from './actions/fill-jielong';
import { get } from './actions/get';
import { heads } from './actions/heads';
import { inbox } from './actions/inbox';
import { jielongText } from './actions/jielong-text';
import { ladder } from './actions/ladder';
import { link } from './actions/link';
import { links } from './actions/links';
import { list } from './actions/list';
import { matchJielong } from './actions/match-jielong';
import { ofUnit } from './actions/of-unit';
import { numbers } from './actions/numbers';
import { open } from './actions/open';
import { publish } from './actions/publish';
import { reach } from './actions/reach';
import { receipts } from './actions/receipts';
import { receiptsOf } from './actions/receipts-of';
import { record } from './actions/record';
import { remind } from './actions/remind';
import { remindable } from './actions/remindable';
import { statistics } from './actions/statistics';
import { setRung } from './actions/set-rung';
import { tellHead } from './actions/tell-head';
import { revisions } from './actions/revisions';
import { startNumber } from './actions/start-number';
import { unrecord } from './actions/unrecord';
import { withdraw } from './actions/withdraw';
import { saveDraft } from './actions/save-draft';
import { getDraft } from './actions/get-draft';
import { listDrafts } from './actions/list-drafts';
import { dropDraft } from './actions/drop-draft';
import { submitDraft } from './actions/submit-draft';
import { reviewDraft } from './actions/review-draft';
import { recallDraft } from './actions/recall-draft';
import { scheduleDraft } from './actions/schedule-draft';
import { saveTemplate } from './actions/save-template';
import { listTemplates } from './actions/list-templates';
import { dropTemplate } from './actions/drop-template';
import { noticePolicy } from './policy';

export const notice = feature({
  contract: noticeContract,
  policy: noticePolicy,
  acts: {
    'notice.publish': publish,
    'notice.saveDraft': saveDraft,
    'notice.getDraft': getDraft,
    'notice.listDrafts': listDrafts,
    'notice.dropDraft': dropDraft,
    'notice.submitDraft': submitDraft,
    'notice.reviewDraft': reviewDraft,
    'notice.recallDraft': recallDraft,
    'notice.scheduleDraft': scheduleDraft,
    'notice.saveTemplate': saveTemplate,
    'notice.listTemplates': listTemplates,
    'notice.dropTemplate': dropTemplate,
    'notice.classes': classes,
    'notice.reach': reach,
    'notice.list': list,
    'notice.inbox': inbox,
    'notice.get': get,
    'notice.open': open,
    'notice.confirm': confirm,
    'notice.receipts': receipts,
    'notice.chaseText': chaseText,
    'notice.record': record,
    'notice.unrecord': unrecord,
    'notice.matchJielong': matchJielong,
    'notice.fillJielong': fillJielong,
    'notice.jielongText': jielongText,
    'notice.answer': answer,
    'notice.answers': answers,
    'notice.answerSummary': answerSummary,
    'notice.remindable': remindable,
    'notice.remind': remind,
    'notice.withdraw': withdraw,
    'notice.correct': correct,
    'notice.revisions': revisions,
    'notice.numbers': numbers,
    'notice.startNumber': startNumber,
    'notice.ladder': ladder,
    'notice.setRung': setRung,
    'notice.heads': heads,
    'notice.tellHead': tellHead,
    'notice.link': link,
    'notice.links': links,
    'notice.statistics': statistics,
    'notice.ofUnit': ofUnit,
    'notice.receiptsOf': receiptsOf,
  },
});
