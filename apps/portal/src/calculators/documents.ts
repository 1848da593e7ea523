import { graphql } from '../api/graphql.js';
import '../api/page.js';
import type { CalculateQuery, CalculatorsQuery } from '../gql/graphql.js';

export const CalculatorFieldFragment = graphql(`
  fragment CalculatorFieldParts on CalculatorField {
    name
    label
    kind
    hint
    required
    when {
      field
      is
    }
    choices {
      code
      name
    }
    min
    max
  }
`);

export const CalculatorsDocument = graphql(`
  query Calculators {
    calculators {
      id
      title
      summary
      version
      sources
      fields {
        ...CalculatorFieldParts
        fields {
          ...CalculatorFieldParts
        }
      }
    }
  }
`);

export const CalculationFragment = graphql(`
  fragment CalculationParts on Calculation {
    id
    title
    createdAt
    calculator {
      id
      title
      sources
    }
    version
    on
    inputs
    outcome {
      verdict
      headline
      results {
        label
        amount
      }
      steps {
        label
        formula
        working
        amount
        article
      }
      obstacles
      notes
    }
    parameters {
      name
      title
      value
      effectiveFrom
      effectiveTo
      source
    }
    validFrom
    validTo
    disclaimer
    contract {
      id
      title
    }
  }
`);

export const CalculateDocument = graphql(`
  query Calculate($calculator: ID!, $inputs: JSON!, $on: Date) {
    calculate(calculator: $calculator, inputs: $inputs, on: $on) {
      ...CalculationParts
    }
  }
`);

export const PrefillDocument = graphql(`
  query CalculatorPrefill($calculator: ID!, $contractId: ID!) {
    calculatorPrefill(calculator: $calculator, contractId: $contractId)
  }
`);

export const CalculationDocument = graphql(`
  query Calculation($id: ID!) {
    calculation(id: $id) {
      ...CalculationParts
    }
  }
`);

export const CalculationsDocument = graphql(`
  query Calculations($filter: CalculationFilter, $first: Int, $after: String, $last: Int, $before: String) {
    calculations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          title
          createdAt
          on
          calculator {
            id
            title
          }
          outcome {
            verdict
            headline
          }
        }
      }
    }
  }
`);

export const SaveCalculationDocument = graphql(`
  mutation SaveCalculation($input: SaveCalculationInput!) {
    saveCalculation(input: $input) {
      calculation {
        id
      }
    }
  }
`);

export type Calculator = CalculatorsQuery['calculators'][number];
export type CalculatorField = Calculator['fields'][number];
export type PlainField = CalculatorField['fields'][number];
export type Calculation = CalculateQuery['calculate'];
