/** Milliseconds this process computed so far: unlike a clock they are the same beside other work. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
