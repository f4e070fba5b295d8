import type { LocalCloudControl } from '../local-cloud';
import { pagePaths } from '../src/routes';
import { roles, type Role } from '../contract/rules/rights';

export interface Persona {
  openid: string;
  label: string;
  page?: string;
}

interface PersonRow {
  _id: string;
  name: string;
  staff: { role: Role } | null;
  seats: { unitName: string }[];
}

const LIAISONS = 12;

/** Whom the bar of the browser face offers (decision D11), read from the data as it is now. */
export async function personas(cloud: LocalCloudControl): Promise<Persona[]> {
  const people = (await cloud.find('people', {})) as unknown as PersonRow[];
  const label = ({ name, staff, seats }: PersonRow) =>
    [staff && `秘书处${roles[staff.role]}`, seats.map(({ unitName }) => unitName).join('、'), name]
      .filter(Boolean)
      .join(' · ');
  const staff = people.filter((person) => person.staff);
  const several = people.filter((person) => !person.staff && person.seats.length > 1);
  const single = people.filter((person) => !person.staff && person.seats.length === 1).slice(0, LIAISONS);
  const open = (await cloud.find('filings', { open: true })) as unknown as {
    openid: string;
    form: { name: string };
    state: string;
  }[];
  const applicants = open.map(({ openid, form, state }) => ({
    openid,
    label: `登记人 · ${form.name}（${state === 'returned' ? '待补正' : '待审核'}）`,
  }));
  const [code] = (await cloud.find('codes', { revokedAt: null, unitId: null })).filter(
    (row) => (row.expiresAt as Date) > new Date(),
  );
  return [
    ...[...staff, ...several, ...single].map((person) => ({ openid: person._id, label: label(person) })),
    ...applicants,
    ...(code
      ? [
          {
            openid: 'oDemoStranger0000000000000a',
            label: '陌生人 · 刚扫了登记码',
            page: `${pagePaths['filing.register']}?scene=${code._id as string}`,
          },
        ]
      : []),
    { openid: 'oDemoStranger0000000000000b', label: '陌生人' },
  ];
}
