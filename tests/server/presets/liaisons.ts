import { CONSENT_VERSION } from '@contract/filing';
import { askedOf, pictureKeys, type FormPart, type PictureKey } from '@contract/form';
import type { FileUse } from '@contract/file';
import type { Input } from '@contract/index';
import type { PresetId } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import type { Unit } from '@server/stores/units';
import { as, cloud, makeCode, makeOffice, makeStaff, makeUnit, stranger } from '../../support';
import { ID_NUMBER } from '../filing/id-number';
import { samples, upload } from '../file/samples';

/** People who register and hand over the way a rulebook says, through the very actions they would use. */

export type Person = ReturnType<typeof as>;
type Handover = NonNullable<Input<'filing.submit'>['handover']>;

/** The association with this rulebook and its hosts, and a secretary who reviews. */
export async function openOffice(preset: PresetId) {
  const { hosts } = presets[preset];
  await makeOffice({ preset, name: hosts[0]?.name ?? '', hosts: [...hosts] });
  return { hosts, secretary: await makeStaff('member', '示例秘书') };
}

/** A unit of all hosts with a code of its own. */
export async function unitWithCode(preset: PresetId, over: Partial<Unit> = {}) {
  const unit = await makeUnit({ hosts: presets[preset].hosts.map(({ id }) => id), ...over });
  const { _id: codeId } = await makeCode({ unitId: unit._id, unitName: unit.name });
  return { unit, codeId };
}

/** Every field there is. Names and numbers are invented. */
const everything: FormPart = {
  unitName: '示例机械制造有限公司',
  unitNature: 'state',
  unitStateLevel: 'city',
  address: '示例省示例市示例路8号',
  postCode: '610000',
  creditCode: '91610000MA00000001',
  legalRep: '示例法人',
  region: '金水区',
  industry: '软件开发',
  fax: '0371-88880001',
  website: 'www.example.com',
  name: '示例甲',
  gender: '男',
  ethnicity: '汉族',
  birthDate: '1985-03-09',
  politics: '群众',
  education: '本科',
  title: '工程师',
  position: '市场部部长',
  email: 'first@example.com',
  landline: '028-88880000',
  mobile: '19900000001',
  wechat: 'demo-first',
  idNumber: ID_NUMBER,
  resume: [{ start: '2008-07-01', end: null, work: '示例机械 市场部' }],
};

/** Uploads a picture as the page does: place, bytes, look. */
export async function picture(who: Person, use: FileUse, codeId?: string): Promise<string> {
  const { fileKey, cloudPath } = await who.change('file.ticket', {
    use,
    name: '图.jpg',
    size: samples.jpg.length,
    ...(codeId && { codeId }),
  });
  await who.change('file.accept', { fileKey, fileId: await upload(cloudPath, samples.jpg) });
  return fileKey;
}

/** Somebody who scanned the code and agreed, with just what the page asks filled in; `over` is typed otherwise. */
export async function applicant(codeId: string, over: FormPart = {}, who: Person = stranger()) {
  const { asked } = await who.ask('code.open', { codeId });
  await who.change('filing.consent', { codeId, version: CONSENT_VERSION });
  const pictures: Partial<Record<PictureKey, string>> = {};
  for (const use of pictureKeys)
    if (asked.fields.includes(use)) pictures[use] = await picture(who, use, codeId);
  return { who, form: askedOf({ ...everything, ...pictures, ...over }, asked), asked: asked.fields };
}

interface Registering {
  codeId: string;
  unit: Unit;
  kind?: 'main' | 'deputy';
  over?: FormPart;
  handover?: Omit<Handover, 'letterKey'> & { letter?: boolean };
}

/** Scans, agrees, fills in and sends. */
export async function register({ codeId, unit, kind, over, handover }: Registering) {
  const { who, form, asked } = await applicant(codeId, over);
  const { letter, ...change } = handover ?? {};
  const letterKey = letter ? await picture(who, 'letter', codeId) : null;
  const sent = await who.change('filing.submit', {
    codeId,
    unitId: unit._id,
    form,
    ...(kind && { kind }),
    ...(handover && { handover: { ...change, letterKey } as Handover }),
  });
  return { who, form, asked: asked, ...sent };
}

/** Registered and approved: somebody on the seat. */
export async function seated(secretary: Person, registering: Registering) {
  const registered = await register(registering);
  const { numbers } = await secretary.change('filing.approve', { filingId: registered.filingId });
  return { ...registered, numbers };
}

export const unitRow = async (id: string): Promise<Unit> =>
  (await cloud.find('units', { _id: id }))[0] as unknown as Unit;

/** What leaving one field out, or filling it in wrong, is answered with. */
export async function refusal(codeId: string, unit: Unit, change: Record<string, unknown>) {
  const { who, form } = await applicant(codeId);
  return who.fails('filing.submit', { codeId, unitId: unit._id, form: { ...form, ...change } });
}
