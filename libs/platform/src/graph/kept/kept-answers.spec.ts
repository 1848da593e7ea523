import fc from 'fast-check';
import { KeptAnswers } from './kept-answers.js';

const answer = (text: string) => ({ body: Buffer.from(text), headers: {} });

describe('kept answers', () => {
  let now: number;
  let kept: KeptAnswers;
  const told = (key: string): string | undefined => kept.get(key)?.body.toString();
  beforeEach(() => {
    now = 0;
    kept = new KeptAnswers(() => now);
    kept.begin();
  });

  it('stand until something is written or their time is over, and can be kept again', () => {
    kept.keep('a', kept.change, 1_000, answer('1'));
    expect(told('a')).toBe('1');
    now = 1_000;
    expect(told('a')).toBeUndefined();
    kept.keep('a', kept.change, 1_000, answer('2'));
    expect(told('a')).toBe('2');
    kept.forget();
    expect(told('a')).toBeUndefined();
  });

  it('are none while nobody tells of writes', () => {
    kept.pause();
    kept.keep('a', kept.change, 1_000, answer('1'));
    expect(told('a')).toBeUndefined();
    const since = kept.change;
    kept.begin();
    // Read while nobody told of writes.
    kept.keep('a', since, 1_000, answer('1'));
    expect(told('a')).toBeUndefined();
  });

  it('are all forgotten where there would be too many, and one that is too large is not taken', () => {
    const large = 'x'.repeat(200_000);
    for (let at = 0; at < 300; at += 1) kept.keep(`k${at}`, kept.change, 1_000, answer(large));
    const held = Array.from({ length: 300 }, (_, at) => kept.get(`k${at}`)).filter(Boolean);
    expect(held.length).toBeGreaterThan(0);
    expect(held.length * large.length).toBeLessThan(17 * 1024 * 1024);
    kept.keep('huge', kept.change, 1_000, answer('x'.repeat(300_000)));
    expect(kept.get('huge')).toBeUndefined();
  });

  it('are never older than the last write, however reads and writes lie across each other', () => {
    const step = fc.oneof(
      fc.record({ is: fc.constant('begin' as const), reader: fc.nat(3) }),
      fc.record({ is: fc.constant('end' as const), reader: fc.nat(3) }),
      fc.record({ is: fc.constant('write' as const), reader: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        kept.forget();
        let value = 0;
        const reading = new Map<number, { since: number; value: number }>();
        for (const { is, reader } of steps) {
          if (is === 'begin') reading.set(reader, { since: kept.change, value });
          const read = reading.get(reader);
          if (is === 'end' && read) kept.keep('a', read.since, 1_000, answer(String(read.value)));
          if (is === 'write') {
            value += 1;
            kept.forget();
          }
          const found = told('a');
          if (found !== undefined) expect(found).toBe(String(value));
        }
      }),
    );
  });
});
