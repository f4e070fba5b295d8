/** A mobile number for whoever does not need it whole (decision D10): 186****8253. */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/** A name for who is not one of us: 王*; not even its length is told. */
export const maskName = (name: string): string => (name ? `${[...name][0] ?? ''}*` : '');

/** An ID number for whoever does not need it whole: 610***********123X. */
export const maskIdNumber = (idNumber: string): string =>
  `${idNumber.slice(0, 3)}***********${idNumber.slice(-4)}`;
