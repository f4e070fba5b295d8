import { testCloud, type TestCloud } from './support';
let cloud: TestCloud;
beforeAll(async () => { cloud = await testCloud(); });
afterAll(() => cloud.stop());
test('smoke', async () => {
  const r = await cloud.run(`
    const c = db.collection('things');
    const a = await c.add({ data: { n: 1, d: new Date(5), t: db.serverDate(), nested: {a: [1,2]}, s: '中文' } });
    const many = await c.add({ data: [{ n: 2 }, { n: 3 }] });
    const got = await c.doc(a._id).get();
    const u = await c.doc(a._id).update({ data: { n: _.inc(5), 'nested.b': 1 } });
    const w = await c.where({ n: _.gt(1) }).orderBy('n', 'desc').limit(2).get();
    const set = await c.doc('x').set({ data: { q: 1 } });
    const count = await c.count();
    const agg = await c.aggregate().match({ n: _.gte(1) }).group({ _id: null, sum: $.sum('$n') }).end();
    const none = await c.doc('none').get();
    let e; try { await db.collection('nope').get() } catch (x) { e = plainError(x) }
    let d; try { await c.add({data: {_id: 'x'}}) } catch (x) { d = plainError(x) }
    const tx = await db.runTransaction(async t => { const g = await t.collection('things').doc('x').get(); await t.collection('things').doc('x').update({data:{q: g.data.q + 1}}); return (await t.collection('things').doc('x').get()).data });
    const rm = await c.where({ n: _.lt(3) }).remove();
    const file = await sdk.uploadFile({ cloudPath: '中文/a b.txt', fileContent: Buffer.from('hello') });
    const dl = await sdk.downloadFile({ fileID: file.fileID });
    const url = await sdk.getTempFileURL({ fileList: [file.fileID] });
    const ctx = sdk.getWXContext();
    console.log('hi', 5);
    return { a, many, got, u, w, set, count, agg, none, e, d, tx, rm, file, dl: dl.fileContent.toString(), url, ctx, isDate: got.data.d instanceof Date };
  `);
  console.log(JSON.stringify(r, null, 1));
  console.log(JSON.stringify(await cloud.invocations(), null, 1), await cloud.unserved());
});
