import type { Output } from '@contract/index';
import { maskMobile } from '@contract/rules/mask';
import type { Seat, Unit } from '../../stores/units';

export const presentEntry = ({
  _id,
  name,
  region,
  seats,
}: Unit): Output<'directory.list'>['units'][number] => ({
  unitId: _id,
  name,
  region,
  seats: [seats.main, seats.deputy].filter((seat) => seat !== null).map(presentSeat),
});

/** The landline is the office's, the mobile number the person's. */
const presentSeat = ({ kind, name, position, phone, landline }: Seat) => ({
  kind,
  name,
  position,
  phone: maskMobile(phone),
  landline,
});
