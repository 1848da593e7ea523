import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const FigureFields = graphql(`
  fragment Figure on ContractFigure {
    key
    label
    group
    count
    total
    technical
    shareBasisPoints
    gross {
      count
      total
      technical
    }
    previous {
      count
      total
      technical
    }
    yoyBasisPoints
  }
`);

export const DataDocument = graphql(`
  query Data(
    $fromMonth: String
    $toMonth: String
    $registryDivision: String
    $sellerDivision: String
    $axis: StatisticsAxis
  ) {
    registeredContractsStatistics(
      fromMonth: $fromMonth
      toMonth: $toMonth
      registryDivision: $registryDivision
      sellerDivision: $sellerDivision
      axis: $axis
    ) {
      queryId
      fromMonth
      toMonth
      coverage
      asOf
      closedThrough
      provisional
      comparedWith {
        fromMonth
        toMonth
        reported
      }
      totals {
        ...Figure
      }
      breakdowns {
        dimension
        item
        title
        additive
        figures {
          ...Figure
        }
      }
    }
  }
`);

export const LedgerRowsDocument = graphql(`
  query LedgerRows(
    $queryId: String!
    $dimension: StatisticsDimension
    $key: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    registeredContractsRows(
      queryId: $queryId
      dimension: $dimension
      key: $key
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
          occurredOn
          month
          registrationNumber
          title
          total
          technical
          contract {
            id
          }
        }
      }
    }
  }
`);

export const ClosingsDocument = graphql(`
  query StatisticsClosings($first: Int) {
    nextStatisticsMonth
    statisticsClosings(first: $first) {
      totalCount
      edges {
        cursor
        node {
          month
          closedAt
          count
          total
          technical
          figuresSha256
        }
      }
    }
  }
`);

/** What a month would be published with. */
export const MonthTotalsDocument = graphql(`
  query MonthTotals($month: String!) {
    registeredContractsStatistics(fromMonth: $month, toMonth: $month) {
      queryId
      totals {
        count
        total
        technical
      }
    }
  }
`);

export const CloseMonthDocument = graphql(`
  mutation CloseStatisticsMonth($input: CloseStatisticsMonthInput!) {
    closeStatisticsMonth(input: $input) {
      clientMutationId
      closing {
        month
        closedAt
        count
        total
        technical
        figuresSha256
      }
    }
  }
`);
