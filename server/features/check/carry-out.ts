import { fitSlots, type Slots } from '@contract/messages';
import { shanghaiYear, showTime } from '@contract/rules/calendar';
import { outsideQuiet } from '@contract/rules/outbox';
import { quietOf } from '../../kit/policy';
import type { Check } from '../../stores/checks';
import { offices } from '../../stores/offices';
import { newMessage, outbox } from '../../stores/outbox';
import { uploads } from '../../stores/uploads';

const PAGE = 'pages/home/index';

/** What follows from a decision, each step safe to do twice: a picture is shown or hidden for good, its author is told. */
export async function carryOut(check: Check, now: Date): Promise<void> {
  const { state, fileKey } = check;
  const upload = fileKey ? await uploads.get(fileKey) : null;
  if (upload?.check) {
    const to = state === 'passed' ? 'pass' : 'refused';
    await uploads.checked(upload._id, ['due', 'asked', 'queued'], { ...upload.check, state: to });
  }
  if (state === 'refused') await tellRefused(check, now);
}

/** The author of something others will not see, unless the own data were deleted; queued once. */
export async function tellRefused(
  { _id, openid, kind }: Pick<Check, '_id' | 'openid' | 'kind'>,
  now: Date,
): Promise<void> {
  if (!openid) return;
  const data: Slots<'result'> = {
    thing1: kind === 'picture' ? '您上传的图片' : '您填写的文字',
    phrase2: '未通过',
    time3: `${shanghaiYear(now)}年${showTime(now, now)}`,
    thing4: kind === 'picture' ? '其他人看不到，请换一张' : '请修改后重新提交',
  };
  await outbox.ensure([
    newMessage({
      _id: `check_${_id}`,
      message: 'result',
      openid,
      unitId: '',
      subjectId: _id,
      page: PAGE,
      data: fitSlots(data),
      notBefore: outsideQuiet(now, quietOf(await offices.get())),
    }),
  ]);
}
