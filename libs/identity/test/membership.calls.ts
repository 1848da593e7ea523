import { readFileSync } from 'node:fs';
import type { GraphClient } from '@jihui/testing';

const FIELDS =
  'id version state roles email note reason person { id displayName email } organisation { id name } availableActions { action enabled }';
export const verb = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input!) { ${name}(input: $input) { membership { ${FIELDS} } } }`;
const MEMBERS = `query ($id: ID!, $states: [MembershipState!]) { members(organisationId: $id, states: $states) { totalCount edges { node { ${FIELDS} } } } }`;
const MINE = `{ viewer { person { id version } permissions scopes { divisionCode divisionName roles } memberships { ${FIELDS} } } }`;
export interface Membership {
  id: string;
  version: number;
  state: string;
  roles: string[];
  email: string | null;
  reason: string | null;
  person: { id: string; displayName: string; email: string | null } | null;
  organisation: { id: string } | null;
  availableActions: { action: string; enabled: boolean }[];
}
interface Members {
  members: { totalCount: number; edges: { node: Membership }[] };
}
interface Mine {
  viewer: {
    person: { id: string; version: number };
    permissions: string[];
    scopes: object[];
    memberships: Membership[];
  };
}
/** The demo city, by the keys of its file. */
export const demo = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  organisations: { key: string; id: string }[];
  people: { key: string; id: string; membershipId: string }[];
};
export const organisationId = (key: string): string =>
  demo.organisations.find((organisation) => organisation.key === key)?.id ?? '';
export const UNIVERSITY = organisationId('university');

/** Does the verb and answers the membership. */
export async function act(client: GraphClient, name: string, input: object): Promise<Membership> {
  return (await client.mutate<Record<string, { membership: Membership }>>(verb(name), { input }))[name]
    ?.membership as Membership;
}
/** Does the verb to the membership as it was last seen. */
export const change = (
  client: GraphClient,
  name: string,
  membership: Membership,
  rest: object = {},
): Promise<Membership> =>
  act(client, name, { membershipId: membership.id, expectedVersion: membership.version, ...rest });
export const refused = (
  client: GraphClient,
  name: string,
  membership: Pick<Membership, 'id' | 'version'>,
  code: string,
  rest: object = {},
) =>
  client
    .mutate(verb(name), {
      input: { membershipId: membership.id, expectedVersion: membership.version, ...rest },
    })
    .expectCode(code);
export const mine = async (client: GraphClient): Promise<Mine['viewer']> =>
  (await client.query<Mine>(MINE)).viewer;
export const members = async (client: GraphClient, id: string, states?: string[]): Promise<Membership[]> =>
  (await client.query<Members>(MEMBERS, { id, states })).members.edges.map(({ node }) => node);
export const invite = (
  client: GraphClient,
  id: string,
  email: string,
  roles: string[],
): Promise<Membership> => act(client, 'inviteMember', { organisationId: id, email, roles });
