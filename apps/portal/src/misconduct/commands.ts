import { graphql } from '../api/graphql.js';
import './documents.js';

export const AcceptMisconductDocument = graphql(`
  mutation AcceptMisconductReport($input: MisconductOpinionInput!) {
    acceptMisconductReport(input: $input) {
      clientMutationId
      report {
        ...MisconductReportFields
      }
    }
  }
`);

export const RefuseMisconductDocument = graphql(`
  mutation RefuseMisconductReport($input: MisconductOpinionInput!) {
    refuseMisconductReport(input: $input) {
      clientMutationId
      report {
        ...MisconductReportFields
      }
    }
  }
`);

export const InvestigateMisconductDocument = graphql(`
  mutation InvestigateMisconductReport($input: MisconductOpinionInput!) {
    investigateMisconductReport(input: $input) {
      clientMutationId
      report {
        ...MisconductReportFields
      }
    }
  }
`);

export const ExtendMisconductDocument = graphql(`
  mutation ExtendMisconductReport($input: MisconductOpinionInput!) {
    extendMisconductReport(input: $input) {
      clientMutationId
      report {
        ...MisconductReportFields
      }
    }
  }
`);

export const AskReporterDocument = graphql(`
  mutation AskMisconductReporter($input: MisconductOpinionInput!) {
    askMisconductReporter(input: $input) {
      clientMutationId
      report {
        ...MisconductReportFields
      }
    }
  }
`);

export const ConcludeMisconductDocument = graphql(`
  mutation ConcludeMisconductReport($input: ConcludeMisconductReportInput!) {
    concludeMisconductReport(input: $input) {
      clientMutationId
      report {
        ...MisconductReportFields
      }
    }
  }
`);
