import reference from 'canonicalize';
import fc from 'fast-check';
import { canonical } from '@jihui/kernel';

const serialise = reference as unknown as (value: unknown) => string | undefined;

describe('canonical JSON', () => {
  it('is what the reference implementation of RFC 8785 writes, with and without a memory', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const written = new WeakMap<object, string>();
        expect(canonical(value)).toBe(serialise(value));
        expect([canonical(value, written), canonical(value, written)]).toEqual([
          serialise(value),
          serialise(value),
        ]);
      }),
    );
  });

  it('keeps apart what begins and ends alike, and names that hold what parts them', () => {
    const values = [
      { z: 1, c: 2, a: 3 },
      { z: 1, b: 2, a: 3 },
      { z: 1, c: 2, a: 3 },
      { 'z,c': 1, 'a b': 2 },
      { z: 1, 'c,a b': 2 },
      { 'z ': 1, a: 2 },
      { z: 1, ' a': 2 },
    ];
    expect(values.map((value) => canonical(value))).toEqual(values.map(serialise));
  });

  it('writes flat records of one kind in the order of their names, and others as they are', () => {
    const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined));
    const record = fc.record({ z: leaf, '10': leaf, '2': leaf, é: leaf, a: leaf });
    const odd = fc.oneof(
      record,
      fc.record({ a: leaf }),
      fc.record({ a: fc.constant([1]) }),
      leaf,
      fc.date({ noInvalidDate: true }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(record, { maxLength: 8 }), fc.array(odd, { maxLength: 8 })), (list) => {
        const plain = JSON.parse(JSON.stringify(list)) as unknown;
        expect(canonical(list)).toBe(serialise(plain));
        expect(canonical({ list })).toBe(serialise({ list: plain }));
      }),
    );
  });

  it('writes dates as text, leaves out what is undefined or a function, and null for what is no number', () => {
    const value = { z: new Date(0), b: undefined, a: [undefined, () => 1], n: Number.NaN, f: () => 1 };
    expect(canonical(value)).toBe('{"a":[null,null],"n":null,"z":"1970-01-01T00:00:00.000Z"}');
    expect(canonical(value)).toBe(canonical(JSON.parse(JSON.stringify(value))));
    expect(canonical(undefined)).toBe('null');
  });
});
