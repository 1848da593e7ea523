import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { commitmentOf, openBid, type Fault } from '../index.js';
import { aBoard, aFile, joined, released, sealed, type Board } from '../../test/bids.js';
import { PIECE } from './content.js';

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 31) % 251);
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'opened',
    (fault: unknown) => (fault as Fault).code,
  );

async function opened(
  board: Board,
  bid: { head: Parameters<typeof released>[1]; bytes: Uint8Array },
  places: number[],
  bidder = 'org-1',
) {
  const files = new Map<string, Uint8Array[]>();
  const shares = await released(board, bid.head, places);
  const answer = await openBid([bid.bytes], shares, bidder, {
    bytes: ({ name }, _, chunk) => void files.set(name, [...(files.get(name) ?? []), chunk.slice()]),
  });
  return { ...answer, files: new Map([...files].map(([name, parts]) => [name, joined(parts)])) };
}

describe('a sealed bid', () => {
  it('is opened by the threshold of custodians, text and files unchanged', async () => {
    const board = await aBoard(3, 2);
    const plan = bytesOf(2 * PIECE + 17);
    const bid = await sealed(board, 'org-1', { 方案: '控温锻造' }, [
      aFile('方案.pdf', plan),
      aFile('空.pdf', bytesOf(0)),
    ]);
    for (const places of [
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 1, 2],
    ]) {
      const { manifest, files, commitment } = await opened(board, bid, places);
      expect(manifest.form).toEqual({ 方案: '控温锻造' });
      expect(Buffer.compare(files.get('方案.pdf')!, plan)).toBe(0);
      expect(commitment).toBe(bid.commitment);
    }
    expect(await commitmentOf([bid.bytes])).toEqual({ commitment: bid.commitment, head: bid.head });
    const faster = await commitmentOf([bid.bytes], () => createHash('sha256'));
    expect(faster.commitment).toBe(bid.commitment);
  });

  it('any k of n custodians open it, no k − 1 do', async () => {
    const boards = fc.integer({ min: 2, max: 7 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        threshold: fc.integer({ min: 2, max: size }),
        order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(boards, async ({ size, threshold, order }) => {
        const board = await aBoard(size, threshold);
        const bid = await sealed(board, 'org-1', { text: '投标' });
        expect((await opened(board, bid, order.slice(0, threshold))).manifest.form).toEqual({ text: '投标' });
        expect(await codeOf(opened(board, bid, order.slice(0, threshold - 1)))).toBe('SEAL.TOO_FEW_SHARES');
      }),
      { numRuns: 25 },
    );
  });

  it('any changed byte is found: it does not open, and its commitment is another', async () => {
    const board = await aBoard(3, 2);
    const bid = await sealed(board, 'org-1', { text: '投标' }, [aFile('a.pdf', bytesOf(3000))]);
    const shares = await released(board, bid.head, [0, 2]);
    const nowhere = { bytes: () => undefined };
    await fc.assert(
      fc.asyncProperty(fc.nat(bid.bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = bid.bytes.slice();
        changed[at]! ^= change;
        expect(await codeOf(openBid([changed], shares, 'org-1', nowhere))).not.toBe('opened');
        const known = await commitmentOf([changed]).then(
          ({ commitment }) => commitment,
          () => 'not a sealed bid',
        );
        expect(known).not.toBe(bid.commitment);
      }),
      { numRuns: 300 },
    );
  });

  it('what is cut off, put together anew or goes on after its end does not open', async () => {
    const board = await aBoard(2, 2);
    const bid = await sealed(board, 'org-1', {}, [aFile('a.pdf', bytesOf(2 * PIECE))]);
    const shares = await released(board, bid.head, [0, 1]);
    const open = (bytes: Uint8Array) => codeOf(openBid([bytes], shares, 'org-1', { bytes: () => undefined }));
    expect(await open(bid.bytes)).toBe('opened');
    expect(await open(bid.bytes.slice(0, -1))).toBe('SEAL.TAMPERED');
    expect(await open(joined([bid.bytes, new Uint8Array(1)]))).toBe('SEAL.TAMPERED');
    const body = bid.bytes.length - (bid.bytes.length % (PIECE + 16));
    expect(await open(bid.bytes.slice(0, body))).not.toBe('opened');
    expect(await open(bid.bytes.slice(0, 8))).toBe('SEAL.NOT_A_SEALED_BID');
    expect(await open(new TextEncoder().encode('%PDF-1.7 还不是投标'))).toBe('SEAL.NOT_A_SEALED_BID');
  });

  it('nobody hands in another bidder’s sealed bid as their own', async () => {
    const board = await aBoard(3, 2);
    const bid = await sealed(board, 'org-1', {});
    expect(await codeOf(opened(board, bid, [0, 1], 'org-2'))).toBe('SEAL.OTHER_BIDDER');
  });

  it('a wrong share is known as such, and does not keep the others from opening', async () => {
    const board = await aBoard(3, 2);
    const bid = await sealed(board, 'org-1', { text: '投标' });
    const other = await sealed(board, 'org-1', { text: '别的投标' });
    const [first, second, third] = await released(board, bid.head, [0, 1, 2]);
    const [wrong] = await released(board, other.head, [1]);
    const nowhere = { bytes: () => undefined };
    const { manifest } = await openBid([bid.bytes], [first!, wrong!, third!], 'org-1', nowhere);
    expect(manifest.form).toEqual({ text: '投标' });
    expect(await codeOf(openBid([bid.bytes], [first!, wrong!], 'org-1', nowhere))).toBe(
      'SEAL.TOO_FEW_SHARES',
    );
    // Twice the same share is one share.
    expect(await codeOf(openBid([bid.bytes], [second!, second!], 'org-1', nowhere))).toBe(
      'SEAL.TOO_FEW_SHARES',
    );
  });

  it('two sealings of one bid have nothing in common', async () => {
    const board = await aBoard(2, 2);
    const [one, two] = [await sealed(board, 'org-1', {}), await sealed(board, 'org-1', {})];
    expect(one.commitment).not.toBe(two.commitment);
    expect(one.head.bidderTag).not.toBe(two.head.bidderTag);
    expect(one.head.shares.map(({ hash }) => hash)).not.toEqual(two.head.shares.map(({ hash }) => hash));
  });

  it('a threshold that nobody or everybody alone could reach is refused', async () => {
    const board = await aBoard(3, 2);
    for (const threshold of [0, 1, 4, 2.5])
      expect(await codeOf(sealed({ ...board, threshold }, 'org-1', {}))).toBe('PROOFS.IMPOSSIBLE');
    const twice = { ...board, custodians: [board.custodians[0]!, board.custodians[0]!] };
    expect(await codeOf(sealed(twice, 'org-1', {}))).toBe('PROOFS.IMPOSSIBLE');
  });
});
