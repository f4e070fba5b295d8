export const canPrint = (): boolean => true;

export const print = (): void => window.print();
