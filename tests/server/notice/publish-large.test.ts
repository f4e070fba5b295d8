import { cloud, makeUpload, requestId, requestsOf } from '../../support';
import { countersAndRows, manyUnits, secretariat, someNotice } from './many';

const UNITS = 20_000;

describe('notice.publish: large', () => {
  it('of a formal document with a picture to units by rule takes 11 requests and one for each 100 units', async () => {
    const staff = await secretariat();
    await manyUnits(420);
    const { _id: fileKey } = await makeUpload({ owner: staff.openid });
    const input = someNotice({
      style: 'formal',
      audience: { kind: 'rule', regions: ['西安'] },
      body: [{ type: 'picture', fileKey, caption: '' }],
    });
    expect(await staff.change('notice.publish', input)).toMatchObject({ total: 420, state: 'published' });
    const database = (await requestsOf('notice.publish')).filter((one) => one.startsWith('database.'));
    expect(database.length).toBeLessThanOrEqual(11 + 5);
  });

  it(`reaches ${UNITS} units through dispatch, cut off again and again, each once`, async () => {
    const staff = await secretariat();
    await manyUnits(UNITS);
    const id = requestId();
    expect(await staff.change('notice.publish', someNotice(), id)).toMatchObject({ state: 'publishing' });
    let state: unknown = 'publishing';
    let killed = 0;
    for (let run = 0; run < 30 && state === 'publishing'; run += 1) {
      const fault = run % 2 ? 'kill-after' : 'kill-function';
      if (run % 3 === 1)
        await cloud.script({
          api: 'database.insertDocument',
          function: 'dispatch',
          skip: run + 4,
          times: 1,
          fault,
        });
      const { result } = await cloud.fireTimer('minute');
      if (!result) killed += 1;
      await cloud.clock.advance(60_000);
      state = (await cloud.find('notices', { _id: id }))[0]?.state;
    }
    expect(state).toBe('published');
    expect(killed).toBeGreaterThan(2);
    const { counts, rows } = await countersAndRows(id);
    expect(rows.total).toBe(UNITS);
    expect(counts).toEqual(rows);
  }, 600_000);
});
