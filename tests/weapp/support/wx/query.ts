type Answer = (result: unknown) => void;

const RECT = { id: '', dataset: {}, left: 0, top: 0, right: 375, bottom: 44, width: 375, height: 44 };
const OFFSET = { scrollLeft: 0, scrollTop: 0, scrollWidth: 375, scrollHeight: 1200 };

/** `wx.createSelectorQuery`: chainable, and every question is answered, or NutUI's pages stop before they are drawn. */
export function selectorQuery(later: (run: () => void) => void, nodes: Record<string, unknown> = {}) {
  const asked: { result: unknown; answer?: Answer }[] = [];
  const ask = (result: unknown, answer?: Answer) => {
    asked.push(answer === undefined ? { result } : { result, answer });
    return query;
  };
  const reference = (many: boolean, selector = '') => {
    const shaped = (result: object) => (many ? [result] : result);
    return {
      boundingClientRect: (answer?: Answer) => ask(shaped(RECT), answer),
      scrollOffset: (answer?: Answer) => ask(shaped(OFFSET), answer),
      fields: (_wanted: unknown, answer?: Answer) =>
        ask(shaped({ ...RECT, ...OFFSET, node: nodes[selector] ?? null }), answer),
      node: (answer?: Answer) => ask(shaped({ node: nodes[selector] ?? null }), answer),
      context: (answer?: Answer) => ask(shaped({ context: null }), answer),
    };
  };
  const query = {
    in: () => query,
    select: (selector: string) => reference(false, selector),
    selectAll: () => reference(true),
    selectViewport: () => reference(false),
    exec: (answer?: Answer) => {
      later(() => {
        for (const one of asked) one.answer?.(one.result);
        answer?.(asked.map(({ result }) => result));
      });
      return query;
    },
  };
  return query;
}
