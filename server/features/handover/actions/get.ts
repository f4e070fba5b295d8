import { handoverTurn } from '@contract/rules/handover';
import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { fileUrls } from '../../../kit/file-urls';
import { factsOf } from '../../../kit/handing-over';
import { policyOf } from '../../../kit/policy';
import { drawCode } from '../../../kit/wxa-code';
import { codes } from '../../../stores/codes';
import { handovers, type Handover } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { mustBeParty, stillSits } from '../find';
import { mayCancel, mayLetter } from '../may';
import { openItems } from '../open-items';
import { presentHandover } from '../present';

/** Page the leaver's code opens; no leading slash. */
const PAGE = 'features/filing/register/index';

/** What is open is told to both sides and staff until it is decided, to a leaver as long as the seat is held. */
export const get: Act<'handover.get'> = async ({ caller, now }, { handoverId }) => {
  const [row, office] = await Promise.all([handovers.get(handoverId), offices.get()]);
  const { handover, reader } = mustBeParty(row, caller);
  const under = handover.state === 'open' || handover.state === 'ready';
  const told = under && (reader !== 'leaver' || stillSits(handover, caller));
  const scannable = told && reader === 'leaver' && handover.startedBy === 'leaver' && !handover.successor;
  const policy = policyOf(office);
  const [open, urls, code] = await Promise.all([
    told ? openItems(handover, policy, now) : null,
    handover.letterKey ? fileUrls([handover.letterKey]) : {},
    scannable ? pictureOf(handover) : null,
  ]);
  return {
    ...presentHandover(handover, reader, policy.seats.names),
    reader,
    mine: handoverTurn(factsOf(handover), reader).mine && (reader !== 'leaver' || told),
    startedBy: handover.startedBy,
    leaverAgreedAt: handover.leaverAgreedAt?.toISOString() ?? null,
    successorAgreedAt: handover.successorAgreedAt?.toISOString() ?? null,
    letterUrl: Object.values<string>(urls)[0] ?? null,
    canCancel: mayCancel(handover, reader, caller),
    canLetter: mayLetter(handover, reader, caller),
    code,
    open,
  };
};

/** Drawn once and kept; null while the code's own row is not there (the start died half-way, its repeat makes it). */
async function pictureOf({ code: codeId }: Handover): Promise<{ codeId: string; pictureUrl: string } | null> {
  const code = await codes.get(codeId);
  if (!code) return null;
  const pictureId = code.pictureId ?? (await drawCode(codeId, PAGE, 'codes'));
  if (!code.pictureId) await codes.picture(codeId, pictureId);
  return { codeId, pictureUrl: (await files.urls([pictureId])).get(pictureId) ?? '' };
}
