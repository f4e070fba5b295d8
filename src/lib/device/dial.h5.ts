export function dial(phoneNumber: string): void {
  location.href = `tel:${phoneNumber}`;
}
