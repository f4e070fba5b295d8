/** A mobile number for whoever does not need it whole (decision D10): 186****8253. */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
