import type { Act } from '../../../kit/act';
import { contactKey } from '../../../kit/contact-key';
import { AppError } from '../../../kit/errors';
import { units } from '../../../stores/units';

/** The audit entry is the log of unmasking (decision D10): the pipeline writes it before the number goes out. */
export const reveal: Act<'directory.reveal'> = async (ctx, { unitId, kind, key }) => {
  const unit = await units.get(unitId);
  if (kind) {
    const seat = unit?.seats[kind];
    if (!seat) throw new AppError('missing', '这个席位现在没有联络员，请刷新');
    ctx.record({ collection: 'people', subjectId: seat.openid, unitId });
    return { phone: seat.phone };
  }
  const contact = unit?.contacts.find((one) => contactKey(one) === key);
  if (!contact?.phone) throw new AppError('missing', '这位联系人的资料刚刚改过，请刷新');
  ctx.record({ collection: 'contacts', subjectId: contactKey(contact), unitId });
  return { phone: contact.phone };
};
