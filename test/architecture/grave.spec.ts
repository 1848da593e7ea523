import { Kind, parse } from 'graphql';
import { loadDomains } from '@jihui/registry';
import { filesBelow, textOf } from './sources.js';

/**
 * What platform administrators alone decide, by the source that says so: either grave, so that it asks for a recent proof
 * of who one is, or named here as not grave, with why. A new place that asks for the role fails until it is named.
 */
const DECIDES: Readonly<Record<string, readonly string[]>> = {
  'libs/identity/src/core/membership/policy.ts': [
    ...['inviteMember', 'approveMembership', 'changeMemberRoles', 'suspendMember', 'reinstateMember'],
    ...['removeMember', 'revokeInvitation', 'refuseMembership'],
  ],
  'libs/identity/src/core/organisation/policy.ts': [
    ...['approveOrganisation', 'rejectOrganisation', 'correctOrganisation'],
    ...['suspendOrganisation', 'reinstateOrganisation'],
  ],
  'libs/identity/src/core/person/perform.ts': ['suspendPerson', 'reinstatePerson'],
  'libs/identity/src/imports/organisations.import.ts': ['startImport'],
  'libs/contracts/src/core/registries/registry.ts': ['saveRegistrationOffice'],
  'libs/law/src/core/errors.ts': ['enterParameterVersion', 'withdrawParameterVersion', 'saveHolidays'],
  'libs/listings/src/core/search-words.ts': ['saveSearchWords'],
  'libs/matching/src/core/errors.ts': ['useMatchingModel'],
  'libs/notifications/src/core/operation.ts': ['checkSearchIndex', 'retryDeliveries'],
};

const NOT_GRAVE: Readonly<Record<string, string>> = {
  revokeInvitation: 'takes away what nobody holds yet',
  refuseMembership: 'gives nothing; whoever was refused applies again',
  rejectOrganisation: 'gives nothing; what was returned is handed in again',
  startImport: 'imported organisations have no members, and no bureau is imported',
  saveSearchWords: 'moves what is found first, with its history; the words before are saved again',
  useMatchingModel: 'moves what is recommended first; the version before is taken again',
  checkSearchIndex: 'makes the index what the database says',
  retryDeliveries: 'has done what was to be done, and is done once',
};

/** These show more to a platform administrator, and decide on no mutation. */
const READS = [
  'libs/identity/src/accounts/people.queries.ts',
  'libs/identity/src/accounts/people.resolver.ts',
  'libs/identity/src/memberships/membership-acts.ts',
  'libs/identity/src/store/visibility.ts',
  'libs/kernel/src/actor.ts',
  'libs/law/src/parameters.service.ts',
  'libs/matching/src/models.service.ts',
  'libs/platform/src/search/viewer.ts',
];

/** Mutations of a domain, by its committed schema. */
const mutationsOf = (domain: string): string[] =>
  parse(textOf(`schema/${domain}.graphql`)).definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    definition.name.value === 'Mutation'
      ? (definition.fields ?? []).map(({ name }) => name.value)
      : [],
  );

describe('what is grave', () => {
  it('is asked or named of everything that platform administrators decide', async () => {
    const asking = filesBelow('libs', /(?<!spec)\.ts$/).filter(
      (file) => /^libs\/\w+\/src\//.test(file) && /\bisPlatformAdmin\b/.test(textOf(file)),
    );
    expect(asking.filter((file) => DECIDES[file] === undefined && !READS.includes(file))).toEqual([]);
    expect([...Object.keys(DECIDES), ...READS].filter((file) => !asking.includes(file))).toEqual([]);
    const grave = new Set((await loadDomains(null)).flatMap((domain) => domain.grave ?? []));
    const decided = Object.values(DECIDES).flat();
    expect(decided.filter((act) => grave.has(act) === (NOT_GRAVE[act] !== undefined))).toEqual([]);
    expect(Object.keys(NOT_GRAVE).filter((act) => !decided.includes(act))).toEqual([]);
  });

  it('names mutations that there are, each its own domain’s', async () => {
    for (const { name, grave = [] } of await loadDomains(null)) {
      const own = mutationsOf(name);
      expect([name, grave.filter((act) => !own.includes(act))]).toEqual([name, []]);
    }
  });
});
