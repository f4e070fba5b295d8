import type { Output } from '@contract/index';
import { maskMobile } from '@contract/rules/mask';
import type { Seat, Unit } from '../../stores/units';

export const presentListed = (unit: Unit): Output<'unit.list'>['units'][number] => ({
  unitId: unit._id,
  name: unit.name,
  region: unit.region,
  post: unit.post,
  liaison: unit.seats.main?.name ?? null,
});

export const presentUnit = ({ _id, seats, ...unit }: Unit): Output<'unit.get'> => ({
  ...unit,
  unitId: _id,
  updatedAt: unit.updatedAt.toISOString(),
  seats: [seats.main, seats.deputy].filter((seat) => seat !== null).map(presentSeat),
});

const presentSeat = ({ kind, name, position, phone }: Seat) => ({
  kind,
  name,
  position,
  phone: maskMobile(phone),
});
