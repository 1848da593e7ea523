import { graphql } from '../api/graphql.js';

graphql(`
  fragment ExportFields on OrganisationExport {
    id
    version
    state
    requestedBy {
      id
      displayName
    }
    createdAt
    listsDone
    listsInAll
    filesDone
    filesInAll
    rows
    bytes
    expiresAt
    failure
  }
`);

export const OrganisationExportDocument = graphql(`
  query OrganisationExport($organisationId: ID!) {
    organisationExport(organisationId: $organisationId) {
      ...ExportFields
    }
  }
`);

export const ExportOrganisationDocument = graphql(`
  mutation ExportOrganisation($input: ExportOrganisationInput!) {
    exportOrganisation(input: $input) {
      organisationExport {
        ...ExportFields
      }
      clientMutationId
    }
  }
`);

export const FetchOrganisationExportDocument = graphql(`
  mutation FetchOrganisationExport($input: FetchOrganisationExportInput!) {
    fetchOrganisationExport(input: $input) {
      url
      clientMutationId
    }
  }
`);
