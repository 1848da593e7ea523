import { graphql } from '../../api/graphql.js';
import '../../api/actions.js';
import '../documents.js';

/** 税务通知记录, as the letter and the list show it. */
export const TaxNoticeFields = graphql(`
  fragment TaxNoticeFields on TaxNotice {
    id
    version
    state
    proceedingId
    cause
    declared
    used {
      benefit
      amount
      usedOn
      note
    }
    totalBefore
    technicalBefore
    totalAfter
    technicalAfter
    decidedOn
    reason
    articles
    dueOn
    recipient
    documentNumber
    sentOn
  }
`);

/** One proceeding, whole, as far as the viewer may read it. */
export const ProceedingFields = graphql(`
  fragment ProceedingFields on ContractProceeding {
    id
    version
    kind
    state
    openedBy
    openerName
    mine
    reason
    changes
    proposal {
      ...ContractTermsFields
    }
    base {
      ...ContractTermsFields
    }
    receipt {
      from
      until
      receivedOn
      rateBasisPoints
      base
    }
    grounds {
      code
      name
      article
    }
    groundOn
    benefits {
      benefit
      amount
      usedOn
      note
    }
    noBenefits
    objector
    objectorName
    documentNumber
    files {
      id
      name
      size
      purpose
      url
    }
    missing {
      ...ViolationFields
    }
    findings {
      ...ContractFindingFields
    }
    deficiencies {
      path
      message
      article
    }
    openedOn
    deadline {
      dueOn
      workingDaysLeft
      colour
    }
    defendUntil
    defences {
      statement
      final
      personName
      at
    }
    examination {
      examinerName
      mine
      favourable
      opinion
      approvedTotal
      approvedTechnical
      at
    }
    decision {
      deciderName
      opinion
      articles
      at
    }
    decidedOn
    taxNotice {
      ...TaxNoticeFields
    }
    availableActions {
      ...ActionFields
    }
  }
`);

/** The paper with what its page says of the contract. */
export const ProceedingDocument = graphql(`
  query ContractProceeding($id: ID!) {
    contractProceeding(id: $id) {
      ...ProceedingFields
      contract {
        id
        version
        state
        sight
        title
        registrationNumber
        acceptanceNumber
        registeredOn
        registry {
          divisionCode
          name
        }
        applicantOrganisation {
          id
          name
        }
        sellers {
          name
        }
        ...ContractTermsFields
      }
    }
  }
`);

/** What a contract's page lists. */
export const ProceedingsOfDocument = graphql(`
  query ContractProceedingsOf($id: ID!) {
    contract(id: $id) {
      id
      benefitUses {
        benefit
        amount
        usedOn
        note
      }
      proceedings {
        id
        kind
        state
        openerName
        reason
        grounds {
          code
          name
          article
        }
        openedOn
        deadline {
          dueOn
          workingDaysLeft
          colour
        }
        defendUntil
        decision {
          opinion
          articles
          at
        }
        decidedOn
        availableActions {
          ...ActionFields
        }
      }
    }
  }
`);
