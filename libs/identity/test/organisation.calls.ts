import type { GraphClient } from '@jihui/testing';
import { aForm } from './identity.world.js';

export const FIELDS =
  'id version status name uscc scope: divisionName partyNatureName contactPhone decisionReason warnings { code } availableActions { action enabled } timeline { action reason from to actor { displayName } }';
export const verb = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input!) { ${name}(input: $input) { organisation { ${FIELDS} } } }`;
export const ONE = `query ($id: ID!) { organisation(id: $id) { ${FIELDS} } }`;
export const LIST = `query ($filter: OrganisationFilter, $first: Int, $after: String) { organisations(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id name status contactPhone } } } }`;
const PENDING =
  'query ($filter: OrganisationFilter) { pendingOrganisations(filter: $filter) { totalCount edges { node { id } } } }';

export interface Organisation {
  id: string;
  version: number;
  status: string;
  name: string;
  uscc: string;
  contactPhone: string | null;
  decisionReason: string | null;
  warnings: { code: string }[];
  availableActions: { action: string }[];
  timeline: { action: string; reason: string | null; actor: { displayName: string } | null }[];
}
export interface List {
  organisations: {
    totalCount: number;
    pageInfo: { endCursor: string; hasNextPage: boolean };
    edges: { node: Organisation }[];
  };
}

/** Does the verb to the organisation as it was last seen. */
export async function act(
  client: GraphClient,
  name: string,
  organisation: Pick<Organisation, 'id' | 'version'>,
  rest: object = {},
): Promise<Organisation> {
  const input = { organisationId: organisation.id, expectedVersion: organisation.version, ...rest };
  return (await client.mutate<Record<string, { organisation: Organisation }>>(verb(name), { input }))[name]
    ?.organisation as Organisation;
}
export const refused = (
  client: GraphClient,
  name: string,
  organisation: Pick<Organisation, 'id' | 'version'>,
  code: string,
  rest: object = {},
) =>
  client
    .mutate(verb(name), {
      input: { organisationId: organisation.id, expectedVersion: organisation.version, ...rest },
    })
    .expectCode(code);
/** Registers an organisation with a form that may be registered as it is, but for what is given. */
export async function register(
  client: GraphClient,
  form: Readonly<Record<string, unknown>> = {},
): Promise<Organisation> {
  const answer = await client.mutate<{ registerOrganisation: { organisation: Organisation } }>(
    verb('registerOrganisation'),
    { input: { form: aForm(form) } },
  );
  return answer.registerOrganisation.organisation;
}
export const seenBy = async (client: GraphClient, id: string): Promise<Organisation | null> =>
  (await client.query<{ organisation: Organisation | null }>(ONE, { id })).organisation;
export const pendingFor = async (client: GraphClient, filter: object | null = null): Promise<string[]> =>
  (
    await client.query<{ pendingOrganisations: { edges: { node: { id: string } }[] } }>(PENDING, { filter })
  ).pendingOrganisations.edges.map(({ node }) => node.id);
