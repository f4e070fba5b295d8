/** On the phone WeChat says who is there: nothing to pick. The browser's bar is persona.h5.ts. */
export const persona = {
  current: (): string => '',
  show(): void {},
};
