import { cleanSeller, sellerViolations, type OffPlatformSeller } from './counter.js';

const SELLER: OffPlatformSeller = {
  name: '静乐某机械厂',
  uscc: '91330100799655058B',
  divisionCode: '140926',
  nature: '150',
  legalRepresentative: '冯厂长',
  contactName: '冯厂长',
  contactPhone: '0350-3020001',
};
const codes = (
  change: Partial<OffPlatformSeller>,
  so = { placeIsKnown: true, onPlatform: false },
): string[] =>
  sellerViolations(cleanSeller({ ...SELLER, ...change }), so).map(({ path, code }) => `${path} ${code}`);

describe('a seller without an account', () => {
  it('is taken from its paper, the code as it is written there', () => {
    expect(codes({ uscc: ' 91330100799655058b ' })).toEqual([]);
  });
  it('names all that is wrong at once', () => {
    const wrong = {
      name: '',
      uscc: '1',
      nature: 'x',
      legalRepresentative: '',
      contactName: '',
      contactPhone: '',
    };
    expect(codes(wrong, { placeIsKnown: false, onPlatform: false })).toEqual([
      'seller.name REQUIRED',
      'seller.legalRepresentative REQUIRED',
      'seller.contactName REQUIRED',
      'seller.contactPhone REQUIRED',
      'seller.uscc CONTRACT.BAD_SELLER_CODE',
      'seller.nature UNKNOWN_CODE',
      'seller.divisionCode UNKNOWN_CODE',
    ]);
    expect(codes({ uscc: '' })).toEqual(['seller.uscc REQUIRED']);
    expect(codes({ uscc: '9'.repeat(19) })).toEqual(['seller.uscc TOO_LONG']);
  });
  it('is chosen, not entered, where the platform has it', () => {
    expect(codes({}, { placeIsKnown: true, onPlatform: true })).toEqual([
      'seller.uscc CONTRACT.SELLER_ON_PLATFORM',
    ]);
  });
});
