import { newPerson } from '../../server/stores/people';
import * as support from '../../tests/support';
import type { Row } from './row';

const { cloud } = support;

const PEOPLE = 2000;
/** OUTBOX_MESSAGES=100000 takes some minutes. */
const MESSAGES = Number(process.env.OUTBOX_MESSAGES ?? 5000);
const KILLS = 50;
const PER_RUN = 800;
const PIECE = 500;

/**
 * Delivery of many messages, the dispatcher killed at random: database requests per 1,000 messages, invocations, and
 * how many came twice or not at all. WeChat is the local one: it takes each message and pushes that it did.
 */
export async function outboxRows(): Promise<Row[]> {
  await cloud.reset();
  await cloud.clock.set(support.NOW);
  const openids = Array.from({ length: PEOPLE }, (_, i) => `openid-bench-${i}`);
  const credits = { notice: { told: 1_000_000 } };
  for (let i = 0; i < PEOPLE; i += PIECE)
    await cloud.insert(
      'people',
      openids.slice(i, i + PIECE).map((openid) => ({ ...newPerson(openid, new Date(support.NOW)), credits })),
    );
  for (const openid of openids) await support.accept(openid, 'notice', Math.ceil(MESSAGES / PEOPLE) + 1);
  for (let i = 0; i < MESSAGES; i += PIECE)
    await cloud.insert(
      'outbox',
      Array.from({ length: Math.min(PIECE, MESSAGES - i) }, (_, k) => ({
        ...support.someMessage(openids[(i + k) % PEOPLE] ?? '', {
          _id: `bench-${String(i + k).padStart(7, '0')}`,
          data: { ...support.someMessage('x').data, thing1: `事项${i + k}` },
        }),
      })),
    );

  let [killed, runs, told, requests] = [0, 0, 0, 0];
  const dispatched = () =>
    cloud.invocations().then((all) => all.filter((one) => one.function === 'dispatch' && !one.openid));
  const every = Math.max(1, Math.floor(MESSAGES / PER_RUN / KILLS));
  for (; runs < 20_000; runs += 1) {
    if (killed < KILLS && runs % every === 0)
      await cloud.script({
        api: runs % 2 ? 'subscribeMessage.send' : 'database.modifyDocument',
        function: 'dispatch',
        skip: (runs * 7) % (runs % 2 ? 300 : 20),
        times: 1,
        fault: runs % 3 ? 'kill-after' : 'kill-function',
      });
    const { result } = await cloud.fireTimer('minute');
    if (result === undefined) killed += 1;
    const messages = await cloud.messages();
    // Pushes matter after a kill only; a run that lived settles its own rows.
    if (result === undefined)
      for (const { touser } of messages.slice(told))
        // Again where the function that was to hear it died.
        for (let tries = 0, heard = false; !heard && tries < 3; tries += 1)
          heard = (await support.pushSent(touser, 'notice')).result !== undefined;
    told = messages.length;
    await cloud.clock.advance(3 * 60_000);
    if ((await cloud.find('outbox', { state: { $in: ['waiting', 'sending', 'unsure'] } })).length === 0)
      break;
  }
  for (const one of await dispatched())
    requests += one.requests.filter(({ action }) => action.startsWith('database.')).length;
  const titles = (await cloud.messages()).map(({ data }) => data.thing1?.value);
  const name = `delivery of ${MESSAGES} messages, ${killed} runs killed`;
  return [
    { name: `${name}: sent twice`, value: titles.length - new Set(titles).size, budget: 0 },
    { name: `${name}: lost`, value: MESSAGES - new Set(titles).size, budget: 0 },
    {
      name: `${name}: database requests per 1,000`,
      value: (requests / MESSAGES) * 1000,
      unit: 'db requests',
      budget: 200,
    },
    { name: `${name}: invocations`, value: runs + 1 },
  ];
}
