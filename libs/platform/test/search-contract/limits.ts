import fc from 'fast-check';
import { pageArgs } from '@jihui/platform';
import { MEMBER, type Contract } from './finder.js';

/** Whatever is typed, and whatever is kept. */
export function limits(world: Contract): void {
  const { put, find, ask } = world;

  it('answers whatever is typed, within limits', async () => {
    await put({ title: '光伏' }, { title: 'مرحبا بالعالم' });
    const hostile = [
      '',
      ' ',
      '，。！',
      '😀😀😀',
      '光',
      'x'.repeat(10_000),
      '光伏 '.repeat(5_000),
      '光'.repeat(10_000),
      "'; drop table x; --",
      "' or 1=1",
      '.*+?^${}()|[]\\',
      '(a+)+$',
      '光伏:* | <->',
      '\\',
      '%',
      '_',
      '"',
      '""',
      '"""',
      '-',
      '- -',
      '-"',
      '-光伏',
      '“',
      '「光伏',
      'מים',
      'مرحبا',
      '\u202eabc',
      '\u0000',
      'a\u0301\u0301',
      '\ud800',
      'NOT',
      'AND OR',
      '1e999',
      '9'.repeat(300),
      '<script>alert(1)</script>',
      '{{7*7}}',
    ];
    for (const text of hostile) {
      const began = performance.now();
      const answer = await ask(text, { viewer: MEMBER });
      await answer.page(pageArgs({ first: 10 }));
      await answer.count();
      await answer.suggestion();
      expect([text.slice(0, 20), performance.now() - began < 3_000]).toEqual([text.slice(0, 20), true]);
      await world.finder.expectEngine();
    }
    expect(await find('مرحبا')).toEqual(['مرحبا بالعالم']);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const answer = await ask(text);
        await answer.page(pageArgs({ first: 5 }));
        await answer.count();
      }),
      { numRuns: 40 },
    );
    await world.finder.expectEngine();
  });

  it('keeps and finds whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        await put({ title: `光伏 ${text.replaceAll('\u0000', '')}`, owner: text.replaceAll('\u0000', '') });
      }),
      { numRuns: 15 },
    );
    expect((await find('光伏')).length).toBeGreaterThan(0);
  });
}
