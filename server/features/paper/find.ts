import { AppError } from '../../kit/errors';
import { corrections, type Correction } from '../../stores/corrections';
import { filings, type Filing } from '../../stores/filings';
import { handovers, type Handover } from '../../stores/handovers';
import { units, type Unit } from '../../stores/units';

export async function findFiling(id: string): Promise<Filing> {
  const filing = await filings.get(id);
  if (!filing) throw new AppError('missing', '没有找到这份登记');
  return filing;
}

export async function findCorrection(id: string): Promise<Correction> {
  const correction = await corrections.get(id);
  if (!correction) throw new AppError('missing', '没有找到这份变更申请');
  return correction;
}

export async function findHandover(id: string): Promise<Handover> {
  const handover = await handovers.get(id);
  if (!handover) throw new AppError('missing', '没有找到这次交接');
  return handover;
}

export async function findUnit(id: string): Promise<Unit> {
  const unit = await units.get(id);
  if (!unit) throw new AppError('missing', '没有找到这家单位');
  return unit;
}
