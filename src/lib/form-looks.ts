import type { FormKey } from '@contract/form';

interface Look {
  max: number;
  keyboard?: 'number' | 'idcard';
  placeholder?: string;
}

/** How a text field of the registration form is typed in; `max` leaves room for spaces that are taken out. */
export const looks: Partial<Record<FormKey, Look>> = {
  unitName: { max: 60 },
  address: { max: 100 },
  postCode: { max: 6, keyboard: 'number' },
  creditCode: { max: 22, placeholder: '18位，字母和数字' },
  legalRep: { max: 30 },
  region: { max: 20, placeholder: '如：金水区' },
  industry: { max: 20, placeholder: '如：软件开发' },
  fax: { max: 40, placeholder: '如 029-88888888' },
  website: { max: 100, placeholder: '如 www.example.com' },
  idNumber: { max: 20, keyboard: 'idcard', placeholder: '18位，最后一位可以是X' },
  name: { max: 20 },
  ethnicity: { max: 20, placeholder: '如：汉族' },
  title: { max: 30, placeholder: '如：高级工程师' },
  position: { max: 30 },
  email: { max: 100, placeholder: 'name@example.com' },
  landline: { max: 20, placeholder: '029-88888888' },
  wechat: { max: 30, placeholder: '可以不填' },
};
