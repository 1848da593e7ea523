import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';

export const FileMisconductReportDocument = graphql(`
  mutation FileMisconductReport($input: FileMisconductReportInput!) {
    fileMisconductReport(input: $input) {
      code
      clientMutationId
    }
  }
`);

/** What a report may be about: the calls that everybody sees, the newest first. */
export const ReportableCallsDocument = graphql(`
  query ReportableCalls {
    calls(first: 100) {
      edges {
        cursor
        node {
          id
          code
          title
        }
      }
    }
  }
`);

export const ReportedProjectDocument = graphql(`
  query ReportedProject($id: ID!) {
    callProject(id: $id) {
      id
      code
      title
    }
  }
`);

export const ReceiptFields = graphql(`
  fragment MisconductReceiptFields on MisconductReceipt {
    state
    subject
    signed
    statement
    files
    notes {
      at
      by
      text
    }
    due
    extended
    decision
    answer
    at
  }
`);

export const MisconductReceiptDocument = graphql(`
  query MisconductReceipt($code: String!) {
    misconductReceipt(code: $code) {
      ...MisconductReceiptFields
    }
  }
`);

export const SupplementMisconductReportDocument = graphql(`
  mutation SupplementMisconductReport($input: SupplementMisconductReportInput!) {
    supplementMisconductReport(input: $input) {
      clientMutationId
      receipt {
        ...MisconductReceiptFields
      }
    }
  }
`);

export const MisconductDeskDocument = graphql(`
  query MisconductDesk(
    $filter: MisconductReportFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    misconductReports(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
          state
          subject
          callCode
          callTitle
          signed
          name
          due
          overdue
          at
        }
      }
      pageInfo {
        ...PageFields
      }
      totalCount
    }
  }
`);

export const MisconductReportFields = graphql(`
  fragment MisconductReportFields on MisconductReport {
    id
    version
    state
    subject
    callId
    callCode
    callTitle
    projectId
    signed
    name
    contact
    named {
      name
      unit
    }
    concerns
    statement
    files {
      id
      name
      size
      url
    }
    notes {
      at
      by
      text
    }
    acceptBy
    concludeBy
    due
    overdue
    extended
    decision
    finding
    measures
    answer
    handlerName
    at
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

export const MisconductReportDocument = graphql(`
  query MisconductReport($id: ID!) {
    misconductReport(id: $id) {
      ...MisconductReportFields
    }
  }
`);
