/** An unexpected console.error or console.warn fails the test that made it. */
for (const level of ['error', 'warn'] as const) {
  const original = console[level].bind(console);
  let said: unknown[][] = [];
  beforeEach(() => {
    said = [];
    console[level] = (...words: unknown[]) => void said.push(words);
  });
  afterEach(() => {
    console[level] = original;
    expect({ [level]: said }).toEqual({ [level]: [] });
  });
}
