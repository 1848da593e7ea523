import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import './expertFields.js';

export const ContractPartyFields = graphql(`
  fragment ContractPartyFields on ContractParty {
    organisationId
    name
    identifier
    identifierKind
    country
    divisionCode
    nature
    natureName
    legalRepresentative
    contactName
    contactPhone
    bankName
    bankAccount
    highTech
    technologySme
    listed
    controller
  }
`);

/** What a contract's form holds: the registered one's, or what a change puts in its place. */
export const ContractTermsFields = graphql(`
  fragment ContractTermsFields on ContractTerms {
    title
    contractNumber
    subclass
    subclassName
    contractClass
    className
    licenceMode
    sellers {
      ...ContractPartyFields
    }
    buyers {
      ...ContractPartyFields
    }
    brokers {
      organisationId
      name
      fee
      payer
    }
    signedOn
    signedAt
    effectiveFrom
    effectiveTo
    modelText
    electronic
    language
    content {
      summary
      techField
      techFieldName
      ipKind
      ipRights {
        kind
        title
        number
        status
        filedOn
        expiresOn
        owners
      }
      planSource
      planSourceName
      projectNumber
      industry
      industryDivision
      socioEconomicGoal
      trl
      ownershipClause
      confidentialityClause
      acceptanceClause
    }
    money {
      total
      deductions {
        kind
        name
        amount
        clause
      }
      carriers {
        kind
        name
        quantity
        cost
      }
      technical
      technicalComputed
      amountOpen
      paymentMode
      royalty {
        base
        trend
        rateBasisPoints
        years
        entryFee
        cap
        floor
      }
      expectedInvestment
      expectedOutput
      lowRatioReason
      receipts {
        from
        until
        receivedOn
        rateBasisPoints
        base
        share
        supplement
      }
    }
    flags {
      foreign
      foreignLicenceNumber
      secret
      relatedParties
      taxBenefits
      planProject
      challengeCall
      challengeNumber
      resultRegistrationNumber
      pricingMethod
      mixed
      documentBasis
      translationFaithful
    }
    declaration {
      truthful
      signatory
      signedOn
    }
  }
`);

/** What the application form holds. */
export const ContractFormFields = graphql(`
  fragment ContractFormFields on Contract {
    ...ContractTermsFields
    checklist {
      id
      text
      article
      ground
      byApplicant
      met
      page
      clause
      judgements {
        stage
        met
        note
        reviewerName
      }
    }
  }
`);

export const ContractFindingFields = graphql(`
  fragment ContractFindingFields on ContractFinding {
    rule
    level
    path
    code
    message
    article
    ground
    facts
    answer {
      text
      at
      personName
    }
  }
`);

export const ContractReadingFields = graphql(`
  fragment ContractReadingFields on ContractTextReading {
    state
    message
    remarks
    pageCount
    pagesKnown
    characters
    suggestion {
      contractClass
      className
      subclass
      subclassName
      clarity
      evidence {
        why
        clause
        quote
        place {
          page
          start
          end
        }
      }
    }
    likenesses {
      basisPoints
      registered
      contract {
        id
        title
        acceptanceNumber
        registrationNumber
      }
    }
    proposals {
      id
      field
      label
      text
      code
      clause
      quote
      remark
      status
      agrees
      place {
        page
        start
        end
      }
    }
  }
`);

export const ContractDocument = graphql(`
  query Contract($id: ID!) {
    contract(id: $id) {
      id
      version
      state
      sight
      ...ContractFormFields
      files {
        id
        kind
        name
        type
        size
        sha256
        url
        createdAt
        reading {
          ...ContractReadingFields
        }
      }
      findings {
        ...ContractFindingFields
      }
      correctionDueOn
      deficiencies {
        path
        message
        article
        lateReason
      }
      refusalGrounds {
        code
        name
        article
      }
      groundsOffered {
        code
        name
        article
      }
      opinionTemplates {
        id
        purpose
        name
        text
      }
      decisionOpinion
      experts {
        ...ReviewExpertFields
      }
      expertMinimum
      reviews {
        stage
        verdict
        reviewerName
        opinion
        grounds {
          code
          name
        }
        deficiencies {
          path
          message
          article
        }
        at
      }
      registry {
        divisionCode
        name
      }
      acceptanceNumber
      submittedAt
      acceptedOn
      dueOn
      deadline {
        dueOn
        workingDaysLeft
        colour
      }
      firstReviewerName
      secondReviewerName
      claimedByMe
      claimedByName
      claimedByDeputyName
      counterIntake {
        clerkName
        note
        takenOverAt
        sellerOnPlatform
      }
      assignees {
        personId
        name
      }
      registrationNumber
      nationalRegNo
      registeredOn
      ruleSet
      mayRate
      rating {
        score
        comment
        at
      }
      certificate {
        version
        issuedAt
        url
        verifyUrl
        versions {
          version
          issuedAt
          status
          url
        }
      }
      applicantOrganisation {
        id
        name
      }
      deal {
        id
        code
      }
      result {
        id
        title
      }
      need {
        id
        title
      }
      createdAt
      updatedAt
      availableActions {
        ...ActionFields
      }
      timeline {
        ...TimelineFields
      }
      textViews {
        at
        personName
        fileName
      }
    }
  }
`);
