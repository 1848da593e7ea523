import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';

export const ParameterVersionFields = graphql(`
  fragment ParameterVersionFields on LawParameterVersion {
    id
    value
    effectiveFrom
    effectiveTo
    source
    note
    standing
    enteredBy {
      id
      displayName
    }
    enteredAt
    availableActions {
      ...ActionFields
    }
  }
`);
export const ParameterFields = graphql(`
  fragment ParameterFields on LawParameter {
    id
    version
    title
    domain
    unit
    minimum
    maximum
    choices {
      value
      label
    }
    current {
      ...ParameterVersionFields
    }
    versions {
      ...ParameterVersionFields
    }
    availableActions {
      ...ActionFields
    }
  }
`);
export const ParametersDocument = graphql(`
  query LawParameters($filter: LawParameterFilter, $first: Int, $after: String, $last: Int, $before: String) {
    lawParameters(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          title
          unit
          choices {
            value
            label
          }
          current {
            id
            value
            effectiveFrom
            source
          }
          versions {
            id
            value
            effectiveFrom
            standing
          }
        }
      }
    }
  }
`);
export const ParameterDocument = graphql(`
  query LawParameter($id: ID!) {
    lawParameter(id: $id) {
      ...ParameterFields
      timeline {
        ...TimelineFields
      }
    }
  }
`);
export const EnterVersionDocument = graphql(`
  mutation EnterParameterVersion($input: EnterParameterVersionInput!) {
    enterParameterVersion(input: $input) {
      clientMutationId
      parameter {
        ...ParameterFields
        timeline {
          ...TimelineFields
        }
      }
    }
  }
`);
export const WithdrawVersionDocument = graphql(`
  mutation WithdrawParameterVersion($input: WithdrawParameterVersionInput!) {
    withdrawParameterVersion(input: $input) {
      clientMutationId
      parameter {
        ...ParameterFields
        timeline {
          ...TimelineFields
        }
      }
    }
  }
`);

export const HolidayYearFields = graphql(`
  fragment HolidayYearFields on HolidayYear {
    id
    year
    version
    days {
      day
      works
      name
      source
    }
    timeline {
      ...TimelineFields
    }
    availableActions {
      ...ActionFields
    }
  }
`);
export const HolidayYearDocument = graphql(`
  query HolidayYear($year: Int!) {
    holidayYear(year: $year) {
      ...HolidayYearFields
    }
  }
`);
export const SaveHolidaysDocument = graphql(`
  mutation SaveHolidays($input: SaveHolidaysInput!) {
    saveHolidays(input: $input) {
      clientMutationId
      holidayYear {
        ...HolidayYearFields
      }
    }
  }
`);
