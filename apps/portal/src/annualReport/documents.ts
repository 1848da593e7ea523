import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';

export const AnnualReportFields = graphql(`
  fragment AnnualReportFields on AnnualReport {
    id
    organisationId
    organisationName
    year
    version
    state
    figures {
      key
      groupName
      label
      unit
      value
      current
      previous
    }
    items {
      key
      label
      unit
      number
      text
    }
    dueOn
    submittedAt
    submittedByName
    returnReason
    decidedAt
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);
export const AnnualReportDocument = graphql(`
  query AnnualReport($organisationId: ID!, $year: Int!) {
    annualReport(organisationId: $organisationId, year: $year) {
      ...AnnualReportFields
    }
  }
`);
export const AnnualReportRecordsDocument = graphql(`
  query AnnualReportRecords(
    $organisationId: ID!
    $year: Int!
    $figure: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    annualReportRecords(
      organisationId: $organisationId
      year: $year
      figure: $figure
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          kind
          subjectId
          title
          number
          day
          value
        }
      }
    }
  }
`);
export const AnnualReportStandingsDocument = graphql(`
  query AnnualReportStandings(
    $year: Int!
    $missing: Boolean
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    annualReportStandings(
      year: $year
      missing: $missing
      text: $text
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          organisationId
          organisationName
          state
          dueOn
          submittedAt
        }
      }
    }
  }
`);

export const AnnualReportPayloadFields = graphql(`
  fragment AnnualReportPayloadFields on AnnualReportPayload {
    clientMutationId
    report {
      ...AnnualReportFields
    }
  }
`);
export const SaveAnnualReportDocument = graphql(`
  mutation SaveAnnualReport($input: SaveAnnualReportInput!) {
    saveAnnualReport(input: $input) {
      ...AnnualReportPayloadFields
    }
  }
`);
export const SubmitAnnualReportDocument = graphql(`
  mutation SubmitAnnualReport($input: SubmitAnnualReportInput!) {
    submitAnnualReport(input: $input) {
      ...AnnualReportPayloadFields
    }
  }
`);
export const ReturnAnnualReportDocument = graphql(`
  mutation ReturnAnnualReport($input: ReturnAnnualReportInput!) {
    returnAnnualReport(input: $input) {
      ...AnnualReportPayloadFields
    }
  }
`);
export const AcceptAnnualReportDocument = graphql(`
  mutation AcceptAnnualReport($input: AcceptAnnualReportInput!) {
    acceptAnnualReport(input: $input) {
      ...AnnualReportPayloadFields
    }
  }
`);
