import type { Filing } from '../../stores/filings';
import type { Office } from '../../stores/offices';
import type { Unit } from '../../stores/units';
import { policyOf } from '../../kit/policy';
import { formPaper } from './document/form';
import { hostsOf } from './hosts';

interface Given {
  filing: Filing;
  office: Office | null;
  unit: Pick<Unit, 'hosts'> | null;
  photo: Buffer | null;
  code: Buffer | null;
  printedAt: Date;
}

/** The printed form of a filing as it stands now. */
export const formOf = ({ filing, office, unit, photo, code, printedAt }: Given): Promise<Buffer> =>
  formPaper({
    office: office?.name ?? '',
    policy: policyOf(office),
    kind: filing.kind,
    filingId: filing._id,
    form: filing.form,
    hosts: hostsOf(office, unit?.hosts ?? filing.hosts, filing.numbers),
    photo,
    code,
    printedAt,
  });
