import type { Body } from '@contract/body';
import { chunksOf } from '@/components/body/chunks';

const paragraph = (length: number): Body[number] => ({
  type: 'paragraph',
  runs: [{ text: '字'.repeat(length) }],
});

describe('a body in pieces', () => {
  it('keeps every block in order', () => {
    const body = Array.from({ length: 40 }, (_, i) => paragraph(200 + i * 50));
    expect(chunksOf(body).flat()).toEqual(body);
  });

  it('is one piece when short, and none when empty', () => {
    expect(chunksOf([paragraph(500), { type: 'heading', text: '一、事项' }])).toHaveLength(1);
    expect(chunksOf([])).toEqual([]);
  });

  it('has no piece above the limit unless one block alone is', () => {
    const pieces = chunksOf(Array.from({ length: 300 }, () => paragraph(66)));
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece.length * (66 * 3 + 260)).toBeLessThanOrEqual(24_000);
    expect(chunksOf([paragraph(5000), paragraph(5000)])).toHaveLength(2);
  });
});
