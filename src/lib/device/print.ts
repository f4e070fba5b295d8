/** WeChat cannot print: the picture is saved and printed from there. */
export const canPrint = (): boolean => false;

export function print(): void {}
