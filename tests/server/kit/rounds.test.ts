import { inRounds } from '@server/kit/rounds';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('inRounds', () => {
  it('does all, so many at the same time and no more, in order', async () => {
    let [now, most] = [0, 0];
    const [done, left] = await inRounds(
      numbers(25),
      10,
      () => false,
      async (n) => {
        most = Math.max(most, (now += 1));
        await new Promise((resolve) => setTimeout(resolve, n % 3));
        now -= 1;
        return n * 2;
      },
    );
    expect(done).toEqual(numbers(25).map((n) => n * 2));
    expect([most, left]).toEqual([10, []]);
  });

  it('stops when time is up, and gives back what it did not begin', async () => {
    let rounds = 0;
    const [done, left] = await inRounds(
      numbers(25),
      10,
      () => (rounds += 1) > 2,
      (n) => Promise.resolve(n),
    );
    expect(done).toEqual(numbers(20));
    expect(left).toEqual([20, 21, 22, 23, 24]);
  });
});
