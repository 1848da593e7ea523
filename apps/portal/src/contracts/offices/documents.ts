import { graphql } from '../../api/graphql.js';
import '../../api/actions.js';

export const OfficeFields = graphql(`
  fragment OfficeFields on RegistrationOffice {
    id
    version
    name
    divisionCode
    numberPrefix
    cap
    effectiveCap
    county
    delegatedFrom
    delegatedUntil
    basis
    active
    takesToday
    registrars {
      personId
      name
    }
    standIns {
      id
      absentName
      deputyName
      from
      until
      reason
      current
      availableActions {
        ...ActionFields
      }
    }
    timeline {
      ...TimelineFields
    }
    availableActions {
      ...ActionFields
    }
  }
`);
export const OfficesDocument = graphql(`
  query RegistrationOffices {
    registrationOffices {
      ...OfficeFields
    }
  }
`);
export const SaveOfficeDocument = graphql(`
  mutation SaveRegistrationOffice($input: SaveRegistrationOfficeInput!) {
    saveRegistrationOffice(input: $input) {
      clientMutationId
      office {
        ...OfficeFields
      }
    }
  }
`);
export const NameDeputyDocument = graphql(`
  mutation NameDeputy($input: NameDeputyInput!) {
    nameDeputy(input: $input) {
      clientMutationId
      office {
        ...OfficeFields
      }
    }
  }
`);
export const EndStandInDocument = graphql(`
  mutation EndStandIn($input: EndStandInInput!) {
    endStandIn(input: $input) {
      clientMutationId
      office {
        ...OfficeFields
      }
    }
  }
`);
