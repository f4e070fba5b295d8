import { standingWords } from '../../../kit/review-queue';
import { checks, type Check } from '../../../stores/checks';
import { people } from '../../../stores/people';
import { uploads, type Upload } from '../../../stores/uploads';
import { redact, type Traces } from './traces';

/** Instead of the name on what is still to be looked at. */
const SOMEBODY = '已删除个人信息的人员';

/** More than one person ever has in the queue: WeChat doubts a text in hundreds. */
const MOST = 1000;

/**
 * Entries of 内容审核. Words and pictures that still stand (in a notice, a draft or a file of the office) need their
 * verdict, so their entry stays without the person; else they would be 审核中 for ever. The person's own words go.
 */
export async function eraseOfChecks(
  openid: string,
  personal: Upload['use'][],
  traces: Traces,
): Promise<void> {
  const found = await checks.ofPerson(openid, MOST);
  if (found.length === 0) return;
  const keys = found.flatMap(({ fileKey }) => fileKey ?? []);
  const [pictures, person] = await Promise.all([keys.length ? uploads.byKeys(keys) : [], people.get(openid)]);
  const standing = [...standingWords.units, ...(person?.formerStaff ? standingWords.office : [])];
  const stands = ({ kind, fileKey, noticeIds, about }: Check): boolean => {
    if (kind === 'text') return noticeIds.length > 0 || standing.includes(about);
    const upload = pictures.find(({ _id }) => _id === fileKey);
    return !!upload && !personal.includes(upload.use);
  };
  for (const { _id, excerpt } of found.filter(stands))
    await checks.unname(_id, SOMEBODY, redact(excerpt, traces));
  const gone = found.filter((one) => !stands(one)).map(({ _id }) => _id);
  if (gone.length > 0) await checks.erase(gone);
}
