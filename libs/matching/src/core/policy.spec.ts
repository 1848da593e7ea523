import { readFileSync } from 'node:fs';
import { anonymous, type Actor, type OrganisationKind, type Role } from '@jihui/kernel';
import { manualLifecycle, manualMachine, type ManualMatch } from './manual.js';
import { mayKnowOwner, maySeeListing, maySeeMatches, type ListingPlace } from './policy.js';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../test/${name}`, import.meta.url), 'utf8'));

const person = (
  organisationId: string,
  kind: OrganisationKind,
  divisionCode: string,
  ...roles: Role[]
): Actor => ({
  kind: 'person',
  personId: `${organisationId}-${roles.join()}`,
  memberships: [{ organisationId, kind, divisionCode, roles }],
});
const OWNER = 'owner';
const ACTORS: Readonly<Record<string, Actor>> = {
  'member of the owner': person(OWNER, 'ENTERPRISE', '140981', 'MEMBER'),
  'researcher of the owner': person(OWNER, 'UNIVERSITY', '140981', 'RESEARCHER'),
  broker: person('agency', 'BROKER_AGENCY', '140900', 'BROKER'),
  'administrator of an agency': person('agency', 'BROKER_AGENCY', '140900', 'ORG_ADMIN'),
  'other member of an agency': person('agency', 'BROKER_AGENCY', '140900', 'MEMBER'),
  'city officer': person('bureau', 'BUREAU_CITY', '140900', 'OFFICER'),
  'officer of its county': person('county', 'BUREAU_COUNTY', '140981', 'OFFICER'),
  'officer of another county': person('county', 'BUREAU_COUNTY', '140922', 'OFFICER'),
  registrar: person('bureau', 'BUREAU_CITY', '140900', 'REGISTRAR'),
  'another enterprise': person('other', 'ENTERPRISE', '140981', 'TRANSFER_OFFICER'),
  'person without organisation': { kind: 'person', personId: 'p', memberships: [] },
  anonymous: anonymous,
};

type Sight = (actor: Actor, listing: ListingPlace) => boolean;
const SIGHTS: Readonly<Record<string, Sight>> = {
  matches: maySeeMatches,
  listing: maySeeListing,
  'owner of an anonymous need': mayKnowOwner,
};

describe('who sees what', () => {
  it('is what the committed table says, in both directions', () => {
    const expected = read('sight.matrix.json') as Record<string, Record<string, Record<string, boolean>>>;
    const actual = Object.fromEntries(
      Object.entries(expected).map(([name, states]) => [
        name,
        Object.fromEntries(
          Object.keys(states).map((state) => {
            const listing: ListingPlace = {
              ownerId: OWNER,
              divisionCode: '140981',
              online: state === 'online',
            };
            return [
              state,
              Object.fromEntries(
                Object.entries(ACTORS).map(([who, actor]) => [who, SIGHTS[name]!(actor, listing)]),
              ),
            ];
          }),
        ),
      ]),
    );
    expect(actual).toEqual(expected);
    expect(Object.keys(expected)).toEqual(Object.keys(SIGHTS));
  });
});

describe("a broker's match", () => {
  const expected = read('manual-match.matrix.json') as {
    states: Record<string, Record<string, string>>;
    who: { withdraw: Record<string, boolean> };
  };
  const match: ManualMatch = {
    id: 'm',
    version: 1,
    state: 'ACTIVE',
    needId: 'n',
    resultId: 'r',
    agencyId: 'agency',
    personId: 'b',
    reason: '相符',
    createdAt: new Date('2026-11-23T00:00:00Z'),
  };
  const who: Readonly<Record<string, Actor>> = {
    'broker of the agency': person('agency', 'BROKER_AGENCY', '140900', 'BROKER'),
    'administrator of the agency': person('agency', 'BROKER_AGENCY', '140900', 'ORG_ADMIN'),
    'other member of the agency': person('agency', 'BROKER_AGENCY', '140900', 'MEMBER'),
    'broker of another agency': person('elsewhere', 'BROKER_AGENCY', '140900', 'BROKER'),
    "member of the need's owner": person(OWNER, 'ENTERPRISE', '140900', 'TRANSFER_OFFICER'),
    officer: person('bureau', 'BUREAU_CITY', '140900', 'OFFICER'),
    anonymous: anonymous,
  };

  it('lives as the committed table says', () => {
    expect(manualLifecycle.table).toEqual(expected.states);
    const allowed = Object.entries(who).map(([name, actor]) => {
      const can = manualMachine.availableActions(actor, match, match.createdAt).length > 0;
      return [name, can] as const;
    });
    expect(Object.fromEntries(allowed)).toEqual(expected.who.withdraw);
  });

  it('is taken back once', () => {
    const broker = who['broker of the agency']!;
    expect(manualMachine.perform(match, 'withdraw', broker, match.createdAt)).toBe('WITHDRAWN');
    expect(() =>
      manualMachine.perform({ ...match, state: 'WITHDRAWN' }, 'withdraw', broker, match.createdAt),
    ).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }) as Error);
    expect(() => manualMachine.perform(match, 'withdraw', anonymous, match.createdAt)).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }) as Error,
    );
  });
});
