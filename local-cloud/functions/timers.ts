import type { Cloud } from '../cloud';
import { matchesCron } from './cron';

const TICK_MS = 250;

/** Fires timer triggers by the cloud's clock; a second is never fired twice nor skipped while the clock runs on. */
export function startTimers(cloud: Cloud): () => void {
  let last = Math.floor(cloud.clock.now() / 1000);
  const tick = () => {
    const now = Math.floor(cloud.clock.now() / 1000);
    // A clock moved by hand is followed without replaying everything in between.
    if (now < last || now - last > 5) last = now - 1;
    for (let second = last + 1; second <= now; second++)
      for (const { function: name, timer } of cloud.functions.timers())
        if (matchesCron(timer.cron, second * 1000)) void cloud.timer(name, timer.name, second * 1000);
    last = now;
  };
  const interval = setInterval(tick, TICK_MS);
  return () => clearInterval(interval);
}
